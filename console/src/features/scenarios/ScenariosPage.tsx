import { scenariosQuery } from '@/shared/api/listScenarios';
import type { Card } from '@/shared/api/types';
import { useFilters } from '@/shared/keys/useFilters';
import { CardLists } from '@/shared/parts/CardLists';
import { Answer } from '@/shared/ui/Answer';
import { SeverityBadge } from '@/shared/ui/Badges';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';

/** What Apian looks for, in the words of the detections' own cards. */
export function ScenariosPage() {
  const filters = useFilters();
  const cards = useQuery(scenariosQuery);
  const wanted = filters.one('q')?.toLowerCase() ?? '';
  return (
    <>
      <header className="page-head">
        <h1>Detections</h1>
        <span className="lead">What Apian looks for, when it is wrong, and what it cannot see</span>
      </header>
      <div className="filters">
        <SearchBox value={filters.one('q')} placeholder="Search detections" onSearch={(q) => filters.set({ q })} />
      </div>
      <Answer query={cards}>{({ items }) => <Cards cards={items.filter((card) => `${card.id} ${card.title} ${card.question}`.toLowerCase().includes(wanted))} filtered={wanted !== ''} />}</Answer>
    </>
  );
}

function Cards({ cards, filtered }: { cards: readonly Card[]; filtered: boolean }) {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView?.();
  }, [hash]);
  if (cards.length === 0) return filtered ? <Empty title="No detection matches" /> : <Empty title="No detections are installed">Detections are files in the folder detections/; the server reads them as it starts.</Empty>;
  return cards.map((card) => (
    <article key={card.id} id={card.id} className="panel">
      <header>
        <h2>{card.title}</h2>
        <SeverityBadge severity={card.severity} />
        <code className="small faint">{card.id}</code>
        <Link className="more" to={`/?scenario=${encodeURIComponent(card.id)}`}>
          its alerts
        </Link>
      </header>
      <div className="inside stack">
        <p className="soft">{card.question}</p>
        <CardLists card={card} />
      </div>
    </article>
  ));
}
