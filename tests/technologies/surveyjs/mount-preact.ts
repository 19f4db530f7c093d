import { renderSurvey } from 'survey-js-ui';
import type { Mount } from '../form.ts';
import { drawn } from './drawn.ts';
import { buildSurvey, handleOf } from './model.ts';

/** SurveyJS with the Preact that `survey-js-ui` brings along. */
export const mount: Mount = async (root, declaration) => {
  const survey = buildSurvey(declaration);
  renderSurvey(survey, root);
  await drawn(root);
  return handleOf(survey, declaration);
};
