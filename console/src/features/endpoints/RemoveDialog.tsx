import type { ApiDocument } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { Dialog } from '@/shared/ui/Dialog';
import { useRemoveDocument } from './removeDocument';

/** Asks whether a document is meant to go, and says what goes with it. */
export function RemoveDialog({ document, onClose }: { document: ApiDocument; onClose: () => void }) {
  const remove = useRemoveDocument();
  return (
    <Dialog
      title={`Remove ${document.name}`}
      name="Remove this document"
      does="Remove"
      busy={remove.isPending}
      error={remove.error}
      failed="Not removed"
      onClose={onClose}
      onSubmit={() => remove.mutate(document.name, { onSuccess: onClose })}
    >
      <p>
        {counted(document.operations, 'route')} of {document.title || document.name} will no longer win over what is learned, and traffic is no longer held against it. To bring it back, import its file again.
      </p>
    </Dialog>
  );
}
