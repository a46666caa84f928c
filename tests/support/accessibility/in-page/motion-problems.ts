/** Runs in the page: animations that go on by themselves. A transition answers what somebody did, here the test. */
export function motionProblems(): string[] {
  return document.getAnimations().flatMap((one) => {
    const timing = one.effect?.getComputedTiming();
    const target = one.effect instanceof KeyframeEffect ? one.effect.target : null;
    // Lists keep what says that they are loading, unseen.
    const isUnseen = target?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === false;
    const isMoving =
      !(one instanceof CSSTransition) && one.playState === 'running' && Number(timing?.duration ?? 0) > 10;
    const { animationName = one.id } = one as Partial<CSSAnimation>;
    return isMoving && !isUnseen ? [`moves: ${animationName}`] : [];
  });
}
