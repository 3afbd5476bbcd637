const SHAPES = {
  home: 'M4 11 12 4l8 7v8.5h-5.5V14h-5v5.5H4z',
  alert: 'M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.3',
  actor: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  endpoint: 'M8 6 3 12l5 6M16 6l5 6-5 6M13.5 4.5l-3 15',
  entity: 'M12 3 20.5 7.5v9L12 21l-8.5-4.5v-9zM3.5 7.5 12 12l8.5-4.5M12 12v9',
  matrix: 'M3.5 3.5h17v17h-17zM3.5 9.2h17M3.5 14.8h17M9.2 3.5v17M14.8 3.5v17',
  call: 'M3 7h14l-4-4M21 17H7l4 4',
  hunt: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 21 21M8 9l-2 1.7L8 12.4M13 9l2 1.7-2 1.7',
  scenario: 'M4 5h16M4 12h10M4 19h7M17 15l2.5 2.5L17 20',
  intake: 'M12 3v10M8 9.5l4 4 4-4M4 15v4.5h16V15',
  settings: 'M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5M4 12h13M19.5 12h.5M18 10v4',
  person: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM5 20c.8-3.4 3.4-5.2 7-5.2s6.2 1.8 7 5.2',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M5 19l1.7-1.7M17.3 6.7 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  auto: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 8h6M12 12.5h8.5M12 17h6',
  keys: 'M3 6.5h18v11H3zM6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1M7.5 14h9',
  empty: 'M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1 2h5l1-2H20',
  broken: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.2v.3',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
