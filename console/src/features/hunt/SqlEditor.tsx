import { type Completion, type CompletionContext, type CompletionResult, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, keywordCompletionSource, sql } from '@codemirror/lang-sql';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Mark, Props } from './editor';
import { colours, look } from './editorLook';
import { type Suggestion, suggestionsAt } from './suggestions';

/**
 * An editor of SQL that knows the tables. It lives in a shadow tree: there CodeMirror adopts style sheets that it
 * constructs, which the server's content security policy allows, unlike the style elements that it would write into a
 * document.
 */
export default function SqlEditor(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const now = useRef(props);
  const initial = useRef(props.value);
  useEffect(() => {
    now.current = props;
  });
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const made = new EditorView({ parent: root, root, state: EditorState.create({ doc: initial.current, extensions: extensions(now) }) });
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== props.value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
    }
  }, [props.value]);
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, diagnostics(props.mark, editor.state.doc.length)));
  }, [props.mark]);
  return <div ref={host} className="sql-editor" />;
}

function extensions(now: { current: Props }) {
  const run = (view: EditorView) => {
    closeCompletion(view);
    now.current.onRun();
    return true;
  };
  return [
    keymap.of([{ key: 'Mod-Enter', run, preventDefault: true }, ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'), ...historyKeymap]),
    keymap.of([
      {
        key: 'Escape',
        run: () => {
          now.current.onCancel();
          return false;
        },
      },
    ]),
    history(),
    lineNumbers(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    lintGutter(),
    sql({ dialect: PostgreSQL, upperCaseKeywords: true }),
    autocompletion({ override: [(context) => complete(context, now.current), keywords], icons: false }),
    syntaxHighlighting(colours),
    look,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'SQL', 'aria-multiline': 'true', tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) now.current.onChange(update.state.doc.toString());
    }),
  ];
}

const anyKeyword = keywordCompletionSource(PostgreSQL, true);

/** Behind a dot there are columns only. */
function keywords(context: CompletionContext) {
  return context.matchBefore(/\.\w*/) ? null : anyKeyword(context);
}

function complete(context: CompletionContext, { tables }: Props): CompletionResult | null {
  const word = context.matchBefore(/[\w.]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const found = suggestionsAt(context.state.doc.toString(), word.from, word.text, tables);
  return { from: word.from + found.skip, options: found.all.map(option), validFor: /^\w*$/ };
}

function option({ text, detail, means, first }: Suggestion): Completion {
  return { label: text, detail, info: means, boost: first ? 2 : 1 };
}

function diagnostics(mark: Mark | null, length: number): Diagnostic[] {
  if (!mark || mark.from > length) return [];
  return [{ from: mark.from, to: Math.min(length, mark.from + mark.length), severity: 'error', message: mark.message }];
}
