// What merchants ask first: who came back, what was given and what it cost, what rewards and moments did, whose birthday comes. One line a story.
import { birthdayStory } from './birthday-story.tsx';
import { cameBackStory } from './came-back-story.tsx';
import { freeStory } from './free-story.tsx';
import type { HomeStory } from './home-story.ts';
import { momentStory } from './moment-story.tsx';
import { rewardStory } from './reward-story.tsx';

export const HOME_STORIES: readonly HomeStory[] = [
  cameBackStory,
  freeStory,
  rewardStory,
  momentStory,
  birthdayStory,
];
