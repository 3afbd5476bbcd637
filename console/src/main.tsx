import { App } from '@/app/App';
import { applyTheme, savedTheme } from '@/app/theme';
import '@/shared/style/tokens.css';
import '@/shared/style/base.css';
import '@/shared/style/parts.css';
import '@/shared/style/table.css';
import '@/shared/style/charts.css';
import '@/shared/style/phone.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

applyTheme(savedTheme());
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
