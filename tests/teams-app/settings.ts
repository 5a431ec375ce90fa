import type { AppSettings } from '../../src/teams-app/read-settings.js';

/** A configuration in which nothing is missing or made up. */
export const environment = {
  MICROSOFT_APP_ID: '5f0c2b8e-3d1a-4c77-9e42-a81b6f03d9c5',
  PUBLIC_URL: 'https://svar.nordavisa.no',
  OPERATOR_NAME: 'Nordavisa AS',
  OPERATOR_URL: 'https://nordavisa.no/kontakt',
  PRIVACY_URL: 'https://nordavisa.no/personvern',
  TERMS_URL: 'https://nordavisa.no/vilkar',
};

export const settings: AppSettings = {
  appId: environment.MICROSOFT_APP_ID,
  publicUrl: environment.PUBLIC_URL,
  operatorName: environment.OPERATOR_NAME,
  operatorUrl: environment.OPERATOR_URL,
  privacyUrl: environment.PRIVACY_URL,
  termsUrl: environment.TERMS_URL,
};
