// A merchant at the desk of a shop in memory, for tests.
import express from 'express';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';
import type { Visitor } from '#tests/storefront/scene/visitor.ts';
import { deskRouter } from '#tests/local-shopify/desk/router.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

export type Desk = {
  world: InMemory;
  merchant: Visitor;
  /** Of the demo's catalogue, by its place. */
  customer(index: number): string;
  /** The first variant of a product. */
  variant(handle: string): string;
  stop(): Promise<void>;
};

export async function openDesk(): Promise<Desk> {
  const world = await inMemory();
  const site = await serve(express().use(deskRouter(world.shopify)));
  const stop = async () => {
    await site.close();
    await world.stop();
  };
  return {
    world,
    merchant: visitor(site.url),
    customer: (index) => world.shop.setup.customers[index]?.id ?? '',
    variant: (handle) => world.shop.productByHandle(handle)?.variants[0]?.id ?? '',
    stop,
  };
}

/** The words beside a field. */
export function errorOf(html: string, name: string): string | undefined {
  return new RegExp(`id="error-${name.replace('*', '\\*')}"[^>]*>([^<]*)<`).exec(html)?.[1];
}
