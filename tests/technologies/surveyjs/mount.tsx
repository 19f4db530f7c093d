/** @jsxImportSource react */
import { createRoot } from 'react-dom/client';
import { Survey } from 'survey-react-ui';
import type { Mount } from '../form.ts';
import { drawn } from './drawn.ts';
import { buildSurvey, handleOf } from './model.ts';

/** SurveyJS on React. The bundle decides which version the two packages are. */
export const mount: Mount = async (root, declaration) => {
  const survey = buildSurvey(declaration);
  createRoot(root).render(<Survey model={survey} />);
  await drawn(root);
  return handleOf(survey, declaration);
};
