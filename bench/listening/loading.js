// What the page has loaded (with `data`, the narration's too), when it was first painted, and (Chromium) its long tasks and layout shifts so far.
async ({ data }) => {
  const buffered = (type) => new Promise((done) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return done(null);
    new PerformanceObserver((list, observer) => (observer.disconnect(), done(list.getEntries())))
      .observe({ type, buffered: true });
    setTimeout(() => done([]), 500); // none: it is not called at all
  });
  const pick = ({ name, initiatorType, encodedBodySize }) => [name, initiatorType, encodedBodySize];
  const [tasks, shifts] = await Promise.all(["longtask", "layout-shift"].map(buffered));
  const navigation = performance.getEntriesByType("navigation")[0];
  return {
    loaded: [navigation, ...performance.getEntriesByType("resource")].map(pick),
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    tasks: tasks?.map(({ startTime, duration }) => [startTime, duration]) ?? null,
    shifts: shifts?.map(({ startTime, value }) => [startTime, value]) ?? null,
    data: data ? JSON.stringify(document.querySelector("oyez-player").data) : "",
    now: performance.now(),
  };
};
