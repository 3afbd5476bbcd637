import type { Card } from '@/shared/api/types';

/** Next steps, false positives and blind spots of a detection, side by side. */
export function CardLists({ card }: { card: Card }) {
  return (
    <div className="columns card-lists">
      <List title="What to do next" items={card.next_steps} />
      <List title="When it is wrong" items={card.false_positives} />
      <List title="What it cannot see" items={card.blind_spots} />
    </div>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h4 className="small faint">{title}</h4>
      {items.length === 0 ? (
        <p className="faint">Nothing known.</p>
      ) : (
        <ul className="bullets">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
