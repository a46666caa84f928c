/** Runs in the page: animations that go on by themselves. A transition answers what somebody did, here the test. */
export function motionProblems(): string[] {
  return document.getAnimations().flatMap((one) => {
    const timing = one.effect?.getComputedTiming();
    const isMoving =
      !(one instanceof CSSTransition) && one.playState === 'running' && Number(timing?.duration ?? 0) > 10;
    return isMoving ? [`moves: ${one.id || one.constructor.name}`] : [];
  });
}
