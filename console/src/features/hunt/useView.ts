import { useLocation, useNavigate } from 'react-router';

export type View = 'table' | 'chart';

/** How a result is shown, which stands in the address beside the statement behind the #. */
export function useView(): [View, (view: View) => void] {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const words = new URLSearchParams(search);
  const show = (view: View) => {
    words.delete('view');
    if (view === 'chart') words.set('view', view);
    void navigate({ search: words.toString(), hash }, { replace: true });
  };
  return [words.get('view') === 'chart' ? 'chart' : 'table', show];
}
