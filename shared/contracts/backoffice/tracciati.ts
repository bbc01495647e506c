/** Bulk batches for operators; their form is in comuni/tracciati.ts. */
import {
  DAL_BACKOFFICE,
  defineAddCaricamentoTracciato,
  defineAddTracciatoDominio,
  defineAddTracciatoPendenze,
  defineAddTracciatoTipoPendenza,
  defineFindOperazioniTracciato,
  defineFindTracciatiPendenze,
  defineGetEsitoTracciato,
  defineGetRichiestaTracciato,
  defineGetScartiTracciato,
  defineGetStampeTracciato,
  defineGetTracciatoPendenze,
  defineUpdateTracciato,
} from "../comuni/tracciati.ts";

export const addTracciatoPendenze = defineAddTracciatoPendenze(DAL_BACKOFFICE);
export const findTracciatiPendenze = defineFindTracciatiPendenze(DAL_BACKOFFICE);
export const addCaricamentoTracciato = defineAddCaricamentoTracciato(DAL_BACKOFFICE);
export const getTracciatoPendenze = defineGetTracciatoPendenze(DAL_BACKOFFICE);
export const updateTracciato = defineUpdateTracciato(DAL_BACKOFFICE);
export const getRichiestaTracciato = defineGetRichiestaTracciato(DAL_BACKOFFICE);
export const getEsitoTracciato = defineGetEsitoTracciato(DAL_BACKOFFICE);
export const getScartiTracciato = defineGetScartiTracciato(DAL_BACKOFFICE);
export const getStampeTracciato = defineGetStampeTracciato(DAL_BACKOFFICE);
export const findOperazioniTracciato = defineFindOperazioniTracciato(DAL_BACKOFFICE);
export const addTracciatoDominio = defineAddTracciatoDominio(DAL_BACKOFFICE);
export const addTracciatoTipoPendenza = defineAddTracciatoTipoPendenza(DAL_BACKOFFICE);
