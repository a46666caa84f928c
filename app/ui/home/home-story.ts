// What a feature tells on the home page.
import type { ComponentType } from 'react';
import type { Totals } from '#app/core/figures/home-figures.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { HomeData } from './home-data.ts';

/** Of the figures that are there for who asks. */
export type HomeFigure = {
  title: string;
  note: string;
  of: (totals: Totals) => number;
  /** It is what there is, not what came in the period. */
  standing?: boolean;
};

export type HomeStory = {
  key: string;
  /** Whether it is of any concern to this shop. */
  isShown: (data: HomeData) => boolean;
  /** One sentence with the number in it, a plot, and the way to the list behind. */
  Story: ComponentType<HomeData>;
  /** Its figures that the sentence doesn't tell. */
  figures?: (data: HomeData, language: Language) => HomeFigure[];
};
