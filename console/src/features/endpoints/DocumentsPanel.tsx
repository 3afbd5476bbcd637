import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { DocumentList } from './DocumentList';
import { DropFiles } from './DropFiles';
import { ExportLink } from './ExportLink';
import { ImportButton } from './ImportButton';
import { Outcomes } from './Outcomes';
import { useImportDocuments } from './importDocuments';
import { documentsQuery } from './listDocuments';

/** The documents that traffic is held against, and the way to bring one: a button, or files dropped here. */
export function DocumentsPanel() {
  const documents = useQuery(documentsQuery);
  const bring = useImportDocuments();
  const onFiles = (files: readonly File[]) => files.length > 0 && bring.mutate(files);
  const some = (documents.data?.items.length ?? 0) > 0;
  return (
    <DropFiles onFiles={onFiles}>
      <Panel title="Documents" note="OpenAPI 3.0 and 3.1, Swagger 2.0; drop files here" more={some && <ImportButton busy={bring.isPending} onFiles={onFiles} />} flush>
        {bring.data && <Outcomes outcomes={bring.data} />}
        <Answer query={documents} lines={2}>
          {({ items }) =>
            items.length > 0 ? (
              <DocumentList documents={items} />
            ) : (
              <Empty title="No document yet">
                Import one to see where traffic goes its own way, or export what was learned and start from there.
                <span className="row choice">
                  <ImportButton main busy={bring.isPending} onFiles={onFiles} />
                  <ExportLink />
                </span>
              </Empty>
            )
          }
        </Answer>
        {some && documents.data?.applied === false && <p className="note">The cluster's job does not read documents: traffic is held against them, but their routes do not win over what is learned.</p>}
      </Panel>
    </DropFiles>
  );
}
