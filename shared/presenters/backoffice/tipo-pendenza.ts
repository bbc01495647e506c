/** Debt types between wire and domain: what the product does not interpret yet travels as it was received. */
import type * as z from "zod";
import type { TipoPendenzaDominioPost, TipoPendenzaPost } from "../../contracts/backoffice/tipi-pendenza-scrittura.ts";
import type { TipoPendenza, TipoPendenzaDominio } from "../../domain/anagrafiche/creditore.ts";
import type { VistaTipoPendenzaDominio } from "../../domain/anagrafiche/viste.ts";
import { presenti } from "./presenti.ts";

const toConfigurazione = (campi: object): { configurazione?: Readonly<Record<string, unknown>> } => {
  const configurazione: Record<string, unknown> = { ...presenti(campi) };
  return Object.keys(configurazione).length > 0 ? { configurazione } : {};
};

export const toTipoPendenza = (
  idTipoPendenza: string,
  { descrizione, codificaIUV, pagaTerzi, abilitato, ...configurazione }: z.output<typeof TipoPendenzaPost>,
): TipoPendenza => ({
  versione: 0,
  idTipoPendenza,
  descrizione,
  ...presenti({ codificaIUV }),
  pagaTerzi: pagaTerzi ?? false,
  abilitato: abilitato ?? true,
  ...toConfigurazione(configurazione),
});

export const toTipoPendenzaDominio = (
  { idDominio, idTipoPendenza }: { readonly idDominio: string; readonly idTipoPendenza: string },
  { codificaIUV, pagaTerzi, modalitaPagoPA, abilitato, servizioPagoPA, ...configurazione }: z.output<typeof TipoPendenzaDominioPost>,
): TipoPendenzaDominio => ({
  versione: 0,
  idDominio,
  idTipoPendenza,
  ...presenti({ codificaIUV, pagaTerzi, modalitaPagoPA, abilitato, servizioPagoPA }),
  ...toConfigurazione(configurazione),
});

/** App IO's key goes one way only, like every secret. */
const presentConfigurazione = (configurazione: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => {
  const { avvisaturaAppIO } = configurazione;
  if (typeof avvisaturaAppIO !== "object" || avvisaturaAppIO === null) return configurazione;
  return { ...configurazione, avvisaturaAppIO: Object.fromEntries(Object.entries(avvisaturaAppIO).filter(([nome]) => nome !== "apiKey")) };
};

export const presentTipoPendenza = ({ versione: _versione, configurazione, ...campi }: TipoPendenza) => ({
  ...campi,
  ...presentConfigurazione(configurazione),
});

export const presentTipoPendenzaDominio = ({ propria, comune }: VistaTipoPendenzaDominio) => {
  const { versione: _versione, idDominio: _idDominio, idTipoPendenza: _idTipoPendenza, configurazione, ...campi } = propria;
  return { ...presentTipoPendenza(comune), valori: { ...campi, ...presentConfigurazione(configurazione) } };
};
