/** The causes of what does not add up in a transfer, each with the day from which it is worth somebody's time. */
import { addGiorni, giornoDi } from "../valori/date.ts";
import { euro, isSenzaRiversamento } from "./banco.ts";
import type { CodiceCausa } from "./cause.ts";
import type { AnomaliaRiscontro } from "./esiti.ts";
import type { Impostazioni } from "./evidenze.ts";
import { hasPagamento, isNonMio, isRendicontato, type Trasferimento } from "./trasferimenti.ts";

type Parte = Omit<AnomaliaRiscontro, "idDominio" | "soggetto" | "codice">;
type Regola = (t: Trasferimento, impostazioni: Impostazioni) => Parte | undefined;

/** Receipts carry an instant, payments created from a row or notified a day. */
const giorno = (data: string): string => (data.length > 10 ? giornoDi(data) : data);

const ripetizione = ({ ripetute }: Trasferimento): Parte | undefined => {
  const [altra] = ripetute;
  return (
    altra && {
      importo: altra.riga.importo,
      frase: `Lo stesso pagamento è anche nel flusso ${altra.riga.idFlusso}, riga ${altra.riga.progressivo}.`,
    }
  );
};

/** In order of importance; each says when it holds. */
const REGOLE: readonly (readonly [CodiceCausa, Regola])[] = [
  [
    "PAGAMENTO_DOPPIO",
    ({ doppio, primo, riscossione, riga }) =>
      doppio && !primo
        ? {
            importo: riscossione?.importo ?? riga?.riga.importo ?? 0n,
            frase: "Lo stesso avviso risulta già pagato, con un'altra ricevuta.",
          }
        : undefined,
  ],
  ["RIGA_RIPETUTA", ripetizione],
  [
    "RIGA_REVOCATA",
    ({ altre }) => {
      const revocata = altre.find(({ riga }) => riga.esito === 3);
      return (
        revocata && {
          importo: revocata.riga.importo,
          frase: `Il flusso ${revocata.riga.idFlusso} dice revocati ${euro(revocata.riga.importo)} euro.`,
        }
      );
    },
  ],
  [
    "ESITO_SCONOSCIUTO",
    ({ altre }) => {
      const ignota = altre.find(({ riga }) => riga.esito !== 3);
      return (
        ignota && { importo: ignota.riga.importo, frase: `Il flusso ${ignota.riga.idFlusso} ha un esito che non è fra quelli di pagoPA.` }
      );
    },
  ],
  [
    "IMPORTO_RENDICONTATO_DIVERSO",
    (t) => {
      const { riscossione, riga } = t;
      return riscossione && riga && hasPagamento(t) && !isRendicontato(t)
        ? {
            importo: riga.riga.importo,
            importoAtteso: riscossione.importo,
            frase: `Rendicontati ${euro(riga.riga.importo)} euro, pagati ${euro(riscossione.importo)}.`,
          }
        : undefined;
    },
  ],
  [
    "RENDICONTAZIONE_MANCANTE",
    ({ riscossione, riga, singoli }, { giorniAttesaFlusso }) =>
      riscossione && !riga && singoli.length === 0 && !isSenzaRiversamento(riscossione)
        ? {
            importo: riscossione.importo,
            dal: addGiorni(giorno(riscossione.data), giorniAttesaFlusso),
            frase: `Nessun flusso riporta i ${euro(riscossione.importo)} euro pagati.`,
          }
        : undefined,
  ],
  [
    "RICEVUTA_MANCANTE",
    (t, { giorniAttesaRicevuta }) =>
      t.riga && !hasPagamento(t) && !isNonMio(t)
        ? {
            importo: t.riga.riga.importo,
            dal: addGiorni(t.riga.riga.data, giorniAttesaRicevuta),
            frase: `Il flusso ${t.riga.riga.idFlusso} riporta ${euro(t.riga.riga.importo)} euro di cui non c'è la ricevuta.`,
          }
        : undefined,
  ],
  [
    "NOTIFICA_SENZA_RICEVUTA",
    ({ notifica, riscossione }) =>
      notifica && !riscossione
        ? {
            importo: notifica.importo,
            frase: `Il gestionale dà per pagato il dovuto ${notifica.iud.slice(0, 35)}, di cui non c'è la ricevuta.`,
          }
        : undefined,
  ],
  [
    "NOTIFICA_IMPORTO_DIVERSO",
    ({ notifica, riscossione }) =>
      notifica && riscossione && notifica.importo !== riscossione.importo
        ? {
            importo: notifica.importo,
            importoAtteso: riscossione.importo,
            frase: `Il gestionale dà per pagati ${euro(notifica.importo)} euro, la ricevuta è di ${euro(riscossione.importo)}.`,
          }
        : undefined,
  ],
  [
    "RICEVUTA_SENZA_NOTIFICA",
    (t, { enteNotifica, giorniAttesaRicevuta }) =>
      enteNotifica && t.riscossione && !t.notifica && !isSenzaRiversamento(t.riscossione) && !isNonMio(t)
        ? {
            importo: t.riscossione.importo,
            dal: addGiorni(giorno(t.riscossione.data), giorniAttesaRicevuta),
            frase: `Il gestionale non ha notificato il pagamento di ${euro(t.riscossione.importo)} euro.`,
          }
        : undefined,
  ],
];

export function anomalieTrasferimento(idDominio: string, t: Trasferimento, impostazioni: Impostazioni): readonly AnomaliaRiscontro[] {
  const { iuv, iur, indice, riscossione, riga } = t;
  const data = riscossione?.data ?? riga?.riga.data ?? t.notifica?.data;
  return REGOLE.flatMap(([codice, regola]) => {
    const parte = regola(t, impostazioni);
    if (!parte) return [];
    return [
      {
        idDominio,
        soggetto: { tipo: "TRASFERIMENTO" as const, iuv, iur, indice },
        codice,
        ...(data !== undefined && { giorno: giorno(data) }),
        ...parte,
      },
    ];
  });
}
