/** What the letter to the payer says, for each reason and each decision. Plain words, no promise that nobody made. */
import type { Soggetto } from "../pendenze/pendenza.ts";
import { giornoDi, giornoItaliano } from "../valori/date.ts";
import { formatImportoItaliano } from "../valori/importo.ts";
import { eccedenzaDi, type Fascicolo } from "./fascicolo.ts";
import type { MotivoFascicolo } from "./motivi-fascicolo.ts";

export interface Lettera {
  readonly oggetto: string;
  readonly paragrafi: readonly string[];
  readonly righe: readonly (readonly [string, string])[];
}

export interface DatiLettera {
  readonly fascicolo: Fascicolo;
  readonly numeroAvviso?: string;
  readonly causale?: string;
  readonly denominazionePsp?: string;
}

const euro = (centesimi: bigint): string => `${formatImportoItaliano(centesimi)} euro`;

const FATTI: Readonly<Record<MotivoFascicolo, (fascicolo: Fascicolo) => string>> = {
  PAGAMENTO_DUPLICATO: () => "Risulta che l'avviso indicato qui sotto era già stato pagato: questo pagamento è arrivato in più.",
  PAGATA_DOPO_ANNULLAMENTO: () => "Risulta che l'avviso indicato qui sotto era stato annullato: non c'era più nulla da pagare.",
  IMPORTO_ECCEDENTE: (f) => `Per l'avviso indicato qui sotto erano dovuti ${euro(f.importoDovuto)} e ne sono arrivati ${euro(f.importo)}.`,
  IMPORTO_INFERIORE: (f) =>
    `Per l'avviso indicato qui sotto erano dovuti ${euro(f.importoDovuto)} e ne sono arrivati ${euro(f.importo)}: mancano ${euro(-eccedenzaDi(f))}.`,
  VERSAMENTI_DIVERSI: () => "L'importo arrivato è quello dovuto, ma è diviso tra le voci in un modo diverso da quello dell'avviso.",
  PENDENZA_SCONOSCIUTA: () => "È arrivato un pagamento per un avviso che non risulta emesso da questo ente.",
};

const decisioneDi = (fascicolo: Fascicolo): string => {
  const { stato, rimborso } = fascicolo;
  switch (stato) {
    case "RIMBORSATO":
      return rimborso?.mandato
        ? `La somma di ${euro(rimborso.importo)} le è stata restituita con il mandato n. ${rimborso.mandato.numero} del ${giornoItaliano(rimborso.mandato.data)}.`
        : "La somma le è stata restituita.";
    case "RIMBORSO_AUTORIZZATO":
      return `La restituzione di ${euro(rimborso?.importo ?? 0n)} è stata autorizzata. Per riceverla comunichi all'ufficio, ai recapiti dell'ente, l'IBAN di un conto intestato a lei.`;
    case "ACCETTATO":
      return eccedenzaDi(fascicolo) < 0n
        ? "L'ente ha accettato la differenza: non le è chiesto altro."
        : "L'ente ha tenuto conto della somma. Se ritiene che le spetti la restituzione può chiederla all'ufficio, allegando questa lettera.";
    case "CHIUSO":
      return "La verifica è conclusa. Per ogni chiarimento può rivolgersi all'ufficio, allegando questa lettera.";
    case "APERTO":
    case "IN_QUARANTENA":
    case "RIMBORSO_PROPOSTO":
      return "L'ufficio sta verificando la sua posizione; la somma è conservata a suo nome. Non occorre pagare di nuovo, né inviare altra documentazione se non le viene chiesta.";
  }
};

/** Salutations do not guess the gender of a person. */
export const destinatarioDi = ({ anagrafica, indirizzo, civico, cap, localita, provincia }: Soggetto): readonly string[] =>
  [
    anagrafica,
    [indirizzo, civico].filter(Boolean).join(", "),
    [cap, localita, provincia && `(${provincia})`].filter(Boolean).join(" "),
  ].filter((riga) => riga !== "");

export function composeLettera({ fascicolo, numeroAvviso, causale, denominazionePsp }: DatiLettera): Lettera {
  const quando = giornoItaliano(giornoDi(fascicolo.dataPagamento));
  const riga = (nome: string, valore: string | undefined): readonly (readonly [string, string])[] =>
    valore === undefined ? [] : [[nome, valore]];
  return {
    oggetto: `Pagamento di ${euro(fascicolo.importo)} del ${quando}`,
    paragrafi: [FATTI[fascicolo.motivo](fascicolo), decisioneDi(fascicolo)],
    righe: [
      ...riga("Avviso numero", numeroAvviso),
      ...riga("Causale", causale),
      ["Pagato il", quando],
      ["Importo pagato", euro(fascicolo.importo)],
      ...riga("Importo dovuto", fascicolo.motivo === "PENDENZA_SCONOSCIUTA" ? undefined : euro(fascicolo.importoDovuto)),
      ...riga("Pagato presso", denominazionePsp),
      ["Identificativo del pagamento", `IUV ${fascicolo.iuv}, ricevuta ${fascicolo.iur}`],
      ["Fascicolo", fascicolo.id],
    ],
  };
}
