/**
 * What the messages of a debt should be, given what they are: decided again whenever the debt changes, always the same answer for the same facts. What has
 * left, or may have left, is never decided again: only an operator sends it twice.
 */
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { addGiorni, addMinuti, giornoDi, inizioGiorno } from "../valori/date.ts";
import { impostazioniDi, type LivelliPromemoria } from "./impostazioni.ts";
import { type CanaliAttivi, findImpedimento, findPrecedenza } from "./precedenza.ts";
import { CANALI, type Canale, idPromemoria, type Promemoria, type TipoPromemoria } from "./promemoria.ts";

/** A message with a day leaves in the morning. */
const ORA_INVIO_MINUTI = 9 * 60;

export interface Situazione {
  readonly pendenza: Pendenza;
  readonly ricevute: readonly Ricevuta[];
  readonly presenti: readonly Promemoria[];
  readonly livelli: LivelliPromemoria;
  readonly attivi: CanaliAttivi;
  readonly adesso: string;
}

/** A message that the facts want, or why they do not. */
export type Voluto =
  | { readonly voluto: true; readonly tipo: TipoPromemoria; readonly canale: Canale; readonly quando: string; readonly idRicevuta?: string }
  | { readonly voluto: false; readonly tipo: TipoPromemoria; readonly canale: Canale; readonly motivo: string };

/** Why nobody is to be asked for the money; undefined when it is to be paid. */
export const findInutilita = ({ stato, dataScadenza }: Pendenza, oggi: string): string | undefined => {
  if (stato !== "NON_ESEGUITA") return `la pendenza è nello stato ${stato}`;
  return dataScadenza !== undefined && dataScadenza < oggi ? "la pendenza è scaduta" : undefined;
};

const mattinaDi = (giorno: string): string => addMinuti(inizioGiorno(giorno), ORA_INVIO_MINUTI);

/** From the morning of that day, or from now when it has begun. */
const dalGiorno = (giorno: string, adesso: string): string => {
  const mattina = mattinaDi(giorno);
  return mattina > adesso ? mattina : adesso;
};

const giornoScadenza = ({ dataPromemoriaScadenza, dataValidita, dataScadenza }: Pendenza, preavviso: number): string | undefined => {
  const limite = dataValidita ?? dataScadenza;
  return dataPromemoriaScadenza ?? (limite === undefined ? undefined : addGiorni(limite, -preavviso));
};

const decideAvviso = ({ pendenza, livelli, adesso }: Situazione, canale: Canale): Voluto => {
  const base = { tipo: "AVVISO_PAGAMENTO", canale } as const;
  if (pendenza.avvisaturaInibita) return { ...base, voluto: false, motivo: "l'avvisatura di questa pendenza è inibita (MAI)" };
  if (!impostazioniDi(livelli, canale, base.tipo).abilitato)
    return { ...base, voluto: false, motivo: "non abilitato per il tipo di pendenza" };
  return { ...base, voluto: true, quando: dalGiorno(pendenza.dataNotificaAvviso ?? giornoDi(adesso), adesso) };
};

const decideScadenza = ({ pendenza, livelli, adesso }: Situazione, canale: Canale, avviso: string | undefined): Voluto => {
  const base = { tipo: "SCADENZA_AVVISO_PAGAMENTO", canale } as const;
  const { abilitato, preavviso } = impostazioniDi(livelli, canale, base.tipo);
  if (!abilitato) return { ...base, voluto: false, motivo: "non abilitato per il tipo di pendenza" };
  const giorno = giornoScadenza(pendenza, preavviso);
  if (giorno === undefined) return { ...base, voluto: false, motivo: "la pendenza non ha una scadenza" };
  // The notice has just said the same.
  if (avviso !== undefined && giorno <= giornoDi(avviso))
    return { ...base, voluto: false, motivo: "cadrebbe non dopo l'avviso, che dice già la scadenza" };
  return { ...base, voluto: true, quando: dalGiorno(giorno, adesso) };
};

const decideRicevute = ({ ricevute, livelli, adesso }: Situazione, canale: Canale): readonly Voluto[] => {
  const base = { tipo: "RICEVUTA_TELEMATICA", canale } as const;
  const { abilitato, soloEseguiti } = impostazioniDi(livelli, canale, base.tipo);
  if (!abilitato) return [{ ...base, voluto: false, motivo: "non abilitato per il tipo di pendenza" }];
  const sue = ricevute.filter(({ esito }) => esito === "OK" || !soloEseguiti);
  if (sue.length === 0) return [{ ...base, voluto: false, motivo: "non c'è ancora una ricevuta da mandare" }];
  return sue.map(({ idRicevuta }) => ({ ...base, voluto: true, quando: adesso, idRicevuta }));
};

/** The reason comes in place of what was wanted, and leaves what was not as it is. */
const unless = (voluto: Voluto, motivo: string | undefined): Voluto =>
  voluto.voluto && motivo !== undefined ? { tipo: voluto.tipo, canale: voluto.canale, voluto: false, motivo } : voluto;

/** By channel and kind: what would be sent and when, or why not. */
export const decidePromemoria = (situazione: Situazione): readonly Voluto[] =>
  CANALI.flatMap((canale): readonly Voluto[] => {
    const impedimento = findImpedimento(situazione.pendenza, canale, situazione.attivi);
    const inutile = findInutilita(situazione.pendenza, giornoDi(situazione.adesso));
    const avviso = decideAvviso(situazione, canale);
    const gia = situazione.presenti.find(({ id }) => id === idPromemoria("AVVISO_PAGAMENTO", canale));
    const quandoAvviso = gia?.quando ?? (avviso.voluto ? avviso.quando : undefined);
    const daPagare = [avviso, decideScadenza(situazione, canale, quandoAvviso)];
    const precedenza = (voluto: Voluto): string | undefined =>
      voluto.voluto ? findPrecedenza(situazione, voluto.tipo, canale, voluto.idRicevuta) : undefined;
    return [
      ...daPagare.map((uno) => unless(uno, impedimento ?? inutile ?? precedenza(uno))),
      ...decideRicevute(situazione, canale).map((una) => unless(una, impedimento ?? precedenza(una))),
    ];
  });

export interface PianoPromemoria {
  readonly nuovi: readonly Promemoria[];
  readonly cambiati: readonly Promemoria[];
}

const armNuovo = ({ pendenza, adesso }: Situazione, voluto: Extract<Voluto, { voluto: true }>): Promemoria => ({
  ...{ versione: 0, idDominio: pendenza.idDominio, iuv: pendenza.iuv, tipo: voluto.tipo, canale: voluto.canale },
  id: idPromemoria(voluto.tipo, voluto.canale, voluto.idRicevuta),
  ...(voluto.idRicevuta !== undefined && { idRicevuta: voluto.idRicevuta }),
  ...{ stato: "DA_SPEDIRE", tentativi: 0, data: adesso, quando: voluto.quando, giro: 1 },
});

/** Armed again under a new number; without the reason for which it was cancelled. */
export const rearm = ({ riarmabile, descrizioneStato, dataProssimoTentativo, ...promemoria }: Promemoria, quando: string): Promemoria => ({
  ...promemoria,
  stato: "DA_SPEDIRE",
  quando,
  giro: promemoria.giro + 1,
});

const revise = (presente: Promemoria, voluto: Voluto | undefined, adesso: string): Promemoria | undefined => {
  if (presente.tipo === "RICEVUTA_TELEMATICA") return undefined;
  if (voluto?.voluto !== true) {
    if (presente.stato !== "DA_SPEDIRE") return undefined;
    const descrizioneStato = voluto?.motivo ?? "non serve più";
    return { ...presente, stato: "ANNULLATO", descrizioneStato, riarmabile: true };
  }
  if (presente.stato === "ANNULLATO" && presente.riarmabile) return rearm(presente, voluto.quando);
  if (presente.stato !== "DA_SPEDIRE" || presente.tentativi > 0) return undefined;
  // Only a day still to come may move: what is due now is on its way.
  const spostato = presente.tipo === "SCADENZA_AVVISO_PAGAMENTO" && presente.quando > adesso && voluto.quando !== presente.quando;
  return spostato ? rearm(presente, voluto.quando) : undefined;
};

export const planPromemoria = (situazione: Situazione): PianoPromemoria => {
  const voluti = decidePromemoria(situazione);
  const noti = new Set(situazione.presenti.map(({ id }) => id));
  const nuovi = voluti.flatMap((voluto) => (voluto.voluto ? [armNuovo(situazione, voluto)] : [])).filter(({ id }) => !noti.has(id));
  const cambiati = situazione.presenti.flatMap((presente) => {
    const suo = voluti.find(({ tipo, canale }) => tipo === presente.tipo && canale === presente.canale);
    return revise(presente, suo, situazione.adesso) ?? [];
  });
  return { nuovi, cambiati };
};
