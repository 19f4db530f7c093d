interface FileButtonProps {
  /** What it says; a browser's own button would say it in the browser's language. */
  label: string;
  action: string;
  onFile: (file: File) => void;
}

/** A button that lets a person choose one JSON file. The same file, mended, can be chosen again. */
export function FileButton({ label, action, onFile }: FileButtonProps) {
  return (
    <label class="button">
      {label}
      <input
        class="unseen"
        type="file"
        accept=".json,application/json"
        data-action={action}
        onChange={({ currentTarget: input }) => {
          const [file] = input.files ?? [];
          if (file) onFile(file);
          input.value = '';
        }}
      />
    </label>
  );
}
