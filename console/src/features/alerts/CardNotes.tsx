import type { Card } from '@/shared/api/types';
import { CardLists } from '@/shared/parts/CardLists';
import { to } from '@/shared/format/links';
import { Panel } from '@/shared/ui/Panel';
import { Link } from 'react-router';

/** What the detections that fired say about themselves: when they are wrong, and what they cannot see. */
export function CardNotes({ cards }: { cards: readonly Card[] }) {
  if (cards.length === 0) return null;
  return (
    <Panel title="About the detections" note="when they are wrong, and what they cannot see">
      <div className="pile">
        {cards.map((card) => (
          <article key={card.id} className="stack">
            <h3>
              <Link to={to.scenario(card.id)}>{card.title}</Link> <span className="soft card-question">{card.question}</span>
            </h3>
            <CardLists card={card} />
          </article>
        ))}
      </div>
    </Panel>
  );
}
