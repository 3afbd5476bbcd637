import { Icon, type IconName } from '@/shared/ui/Icon';
import { useState } from 'react';
import { THEMES, type Theme, applyTheme, savedTheme } from './theme';

const LOOKS: Record<Theme, { icon: IconName; text: string }> = {
  auto: { icon: 'auto', text: 'As the system' },
  light: { icon: 'sun', text: 'Light' },
  dark: { icon: 'moon', text: 'Dark' },
};

export function ThemeButton() {
  const [theme, setTheme] = useState(savedTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return (
    <button
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
      title={`Colours: ${LOOKS[theme].text}. Next: ${LOOKS[next].text}`}
    >
      <Icon name={LOOKS[theme].icon} size={17} /> <span>{LOOKS[theme].text}</span>
    </button>
  );
}
