/** How the demonstration machine writes to its citizens, in the words of the Backoffice API. */
import { DOMINIO_PEC } from "./comunicazioni/pec.ts";
import { portaPosta } from "./comunicazioni/posta.ts";

/** The one whose citizens are told everything, by e-mail and with App IO. */
const ABILITATI = {
  promemoriaAvviso: { abilitato: true },
  promemoriaScadenza: { abilitato: true },
  promemoriaRicevuta: { abilitato: true },
};
const AVVISATI = {
  ...{ idDominio: "91001750081", idTipoPendenza: "MENSA" },
  promemoria: { avvisaturaMail: ABILITATI, avvisaturaAppIO: { ...ABILITATI, apiKey: "sandbox-servizio-mensa-0001" } },
} as const;

/** What the type of that creditor adds to its registry entry; nothing for the others. */
export const promemoriaDi = (idDominio: string, idTipoPendenza: string) =>
  idDominio === AVVISATI.idDominio && idTipoPendenza === AVVISATI.idTipoPendenza ? AVVISATI.promemoria : {};

/** Messages to the citizens of this machine stay on it: its mailbox, its App IO. */
export const comunicazioni = (baseUrl: string) =>
  ({
    percorso: "/configurazioni",
    metodo: "PATCH",
    corpo: [
      {
        op: "REPLACE",
        path: "/mailBatch",
        value: {
          abilitato: true,
          mailserver: {
            ...{
              host: "127.0.0.1",
              port: portaPosta(baseUrl),
              username: "fiorino",
              password: "Posta-2026",
              from: "pagamenti@fiorino.example",
            },
            ...{ readTimeout: 10_000, connectionTimeout: 5_000, startTls: false },
          },
        },
      },
      {
        op: "REPLACE",
        path: "/pecBatch",
        value: {
          abilitato: true,
          caselle: [
            {
              ...{
                idDominio: AVVISATI.idDominio,
                host: "127.0.0.1",
                port: portaPosta(baseUrl),
                username: "unione",
                segreto: "segreto:pec",
              },
              ...{ from: `protocollo@${DOMINIO_PEC}`, inChiaro: true },
            },
          ],
        },
      },
      {
        op: "REPLACE",
        path: "/send",
        value: { abilitato: true, url: `${baseUrl}/sandbox/send`, enti: [{ idDominio: AVVISATI.idDominio, segreto: "segreto:send" }] },
      },
      { op: "REPLACE", path: "/appIOBatch", value: { abilitato: true, url: `${baseUrl}/sandbox/appio/api/v1`, timeToLive: 3_600 } },
    ],
    facoltativo: true,
  }) as const;
