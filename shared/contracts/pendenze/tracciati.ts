/** Bulk batches for applications; their form is in comuni/tracciati.ts. */
import {
  DALLE_APPLICAZIONI,
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

export const addTracciatoPendenze = defineAddTracciatoPendenze(DALLE_APPLICAZIONI);
export const findTracciatiPendenze = defineFindTracciatiPendenze(DALLE_APPLICAZIONI);
export const addCaricamentoTracciato = defineAddCaricamentoTracciato(DALLE_APPLICAZIONI);
export const getTracciatoPendenze = defineGetTracciatoPendenze(DALLE_APPLICAZIONI);
export const updateTracciato = defineUpdateTracciato(DALLE_APPLICAZIONI);
export const getRichiestaTracciato = defineGetRichiestaTracciato(DALLE_APPLICAZIONI);
export const getEsitoTracciato = defineGetEsitoTracciato(DALLE_APPLICAZIONI);
export const getScartiTracciato = defineGetScartiTracciato(DALLE_APPLICAZIONI);
export const getStampeTracciato = defineGetStampeTracciato(DALLE_APPLICAZIONI);
export const findOperazioniTracciato = defineFindOperazioniTracciato(DALLE_APPLICAZIONI);
export const addTracciatoDominio = defineAddTracciatoDominio(DALLE_APPLICAZIONI);
export const addTracciatoTipoPendenza = defineAddTracciatoTipoPendenza(DALLE_APPLICAZIONI);
