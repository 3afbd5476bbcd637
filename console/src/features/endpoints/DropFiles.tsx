import { type ReactNode, useState } from 'react';

interface Props {
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

/** A place where files can be dropped. There is always a button beside it that does the same. */
export function DropFiles({ onFiles, children }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'drop-files over' : 'drop-files'}
      data-testid="drop-files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
