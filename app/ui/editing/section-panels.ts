// The panels on the program's page for each of its sections, in their order. The settings have a page of their own.
import type { ComponentType } from 'react';
import type { SectionName } from '#app/core/editing/sections.ts';
import { CardsSection } from '../stamps/cards-section.tsx';
import { MomentsSection } from '../moments/moments-section.tsx';
import type { EditProps } from './edit-props.ts';
import { PointsPanel } from './points-panel.tsx';

export const SECTION_PANELS: readonly { name: SectionName; Panel: ComponentType<EditProps> }[] = [
  { name: 'earn', Panel: PointsPanel },
  { name: 'cards', Panel: CardsSection },
  { name: 'moments', Panel: MomentsSection },
];
