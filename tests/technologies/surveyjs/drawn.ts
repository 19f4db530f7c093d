/** Resolves once the first questions stand in the document: SurveyJS draws later than it says. */
export async function drawn(root: HTMLElement): Promise<void> {
  while (!root.querySelector('[data-name]')) await new Promise((next) => setTimeout(next, 10));
  await new Promise((next) => requestAnimationFrame(next));
}
