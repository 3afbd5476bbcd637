import { NavLink } from 'react-router';

interface Props {
  label: string;
  tabs: readonly { to: string; text: string }[];
}

/** The views of one place, each with an address of its own. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end>
          {tab.text}
        </NavLink>
      ))}
    </nav>
  );
}
