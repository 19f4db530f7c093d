import { createRoot } from 'react-dom/client';
import 'survey-core/survey-core.fontless.min.css';
import './styles.css';
import './filing.css';
import { App } from './App.tsx';
import { startTelling } from './tell.ts';

startTelling();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
