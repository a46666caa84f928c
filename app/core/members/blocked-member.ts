/** A member who was blocked, or with `blocked` false admitted again. Locked. */
export type BlockedMember = { shopId: number; memberId: string; blocked: boolean; at: Date };
