/** The two shapes that marks have: a diamond for what should have been filled, two sheets for what is asked again. */
export function Shape({ again }: { again: boolean }) {
  return (
    <svg
      class={again ? 'shape again' : 'shape'}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
    >
      {again ? (
        <>
          <rect x="6.5" y="2.5" width="11" height="11" rx="2" />
          <rect x="2.5" y="6.5" width="11" height="11" rx="2" />
        </>
      ) : (
        <>
          <path class="body" d="M10 1.2 18.8 10 10 18.8 1.2 10Z" />
          <path class="sign" d="M10 5.6v5.2M10 13.6v.2" />
        </>
      )}
    </svg>
  );
}
