/** The words that are sent where nobody wrote others: plain, the same facts in five languages. The second language is that of the debt's notice. */
import type { TipoPromemoria } from "./promemoria.ts";

export const LINGUE_PROMEMORIA = ["it", "en", "de", "fr", "sl"] as const;
export type LinguaPromemoria = (typeof LINGUE_PROMEMORIA)[number];

/** Values already in words; a missing one leaves its line out. */
export interface Fatti {
  readonly ente: string;
  readonly causale: string;
  readonly importo: string;
  readonly numeroAvviso: string;
  readonly scadenza?: string | undefined;
  readonly dataPagamento?: string | undefined;
  readonly idRicevuta?: string | undefined;
}

interface Parole {
  readonly oggetti: Readonly<Record<TipoPromemoria, string>>;
  readonly aperture: Readonly<Record<TipoPromemoria, string>>;
  readonly causale: string;
  readonly importo: string;
  readonly avviso: string;
  readonly scadenza: string;
  readonly pagamento: string;
  readonly ricevuta: string;
  readonly come: string;
  readonly fattoGia: string;
}

const PAROLE: Readonly<Record<LinguaPromemoria, Parole>> = {
  it: {
    oggetti: {
      AVVISO_PAGAMENTO: "Avviso di pagamento",
      SCADENZA_AVVISO_PAGAMENTO: "Avviso in scadenza",
      RICEVUTA_TELEMATICA: "Ricevuta di pagamento",
    },
    aperture: {
      AVVISO_PAGAMENTO: "c'è un avviso di pagamento a suo nome.",
      SCADENZA_AVVISO_PAGAMENTO: "un avviso di pagamento a suo nome sta per scadere.",
      RICEVUTA_TELEMATICA: "il pagamento è stato ricevuto.",
    },
    ...{ causale: "Causale", importo: "Importo", avviso: "Numero avviso", scadenza: "Scadenza" },
    ...{ pagamento: "Data del pagamento", ricevuta: "Identificativo della ricevuta" },
    come: "Può pagare con il numero avviso sul sito dell'ente, con la sua banca, nelle ricevitorie o alla posta.",
    fattoGia: "Se ha già pagato non deve fare altro.",
  },
  en: {
    oggetti: {
      AVVISO_PAGAMENTO: "Payment notice",
      SCADENZA_AVVISO_PAGAMENTO: "Notice about to expire",
      RICEVUTA_TELEMATICA: "Payment receipt",
    },
    aperture: {
      AVVISO_PAGAMENTO: "there is a payment notice in your name.",
      SCADENZA_AVVISO_PAGAMENTO: "a payment notice in your name is about to expire.",
      RICEVUTA_TELEMATICA: "your payment has been received.",
    },
    ...{ causale: "Description", importo: "Amount", avviso: "Notice number", scadenza: "Due date" },
    ...{ pagamento: "Payment date", ricevuta: "Receipt identifier" },
    come: "You can pay with the notice number on the creditor's website, with your bank, at authorised shops or at the post office.",
    fattoGia: "If you have already paid there is nothing else to do.",
  },
  de: {
    oggetti: {
      AVVISO_PAGAMENTO: "Zahlungsmitteilung",
      SCADENZA_AVVISO_PAGAMENTO: "Zahlung bald fällig",
      RICEVUTA_TELEMATICA: "Zahlungsbestätigung",
    },
    aperture: {
      AVVISO_PAGAMENTO: "auf Ihren Namen liegt eine Zahlungsmitteilung vor.",
      SCADENZA_AVVISO_PAGAMENTO: "eine Zahlungsmitteilung auf Ihren Namen wird bald fällig.",
      RICEVUTA_TELEMATICA: "Ihre Zahlung ist eingegangen.",
    },
    ...{ causale: "Zahlungsgrund", importo: "Betrag", avviso: "Nummer der Mitteilung", scadenza: "Fälligkeit" },
    ...{ pagamento: "Zahlungsdatum", ricevuta: "Kennung der Quittung" },
    come: "Sie können mit der Nummer auf der Website der Körperschaft, bei Ihrer Bank, in Annahmestellen oder bei der Post bezahlen.",
    fattoGia: "Wenn Sie bereits bezahlt haben, brauchen Sie nichts zu tun.",
  },
  fr: {
    oggetti: {
      AVVISO_PAGAMENTO: "Avis de paiement",
      SCADENZA_AVVISO_PAGAMENTO: "Avis bientôt échu",
      RICEVUTA_TELEMATICA: "Reçu de paiement",
    },
    aperture: {
      AVVISO_PAGAMENTO: "un avis de paiement est à votre nom.",
      SCADENZA_AVVISO_PAGAMENTO: "un avis de paiement à votre nom arrive à échéance.",
      RICEVUTA_TELEMATICA: "votre paiement a été reçu.",
    },
    ...{ causale: "Motif", importo: "Montant", avviso: "Numéro de l'avis", scadenza: "Échéance" },
    ...{ pagamento: "Date du paiement", ricevuta: "Identifiant du reçu" },
    come: "Vous pouvez payer avec le numéro de l'avis sur le site de l'organisme, par votre banque, dans les points agréés ou à la poste.",
    fattoGia: "Si vous avez déjà payé, vous n'avez rien d'autre à faire.",
  },
  sl: {
    oggetti: {
      AVVISO_PAGAMENTO: "Obvestilo o plačilu",
      SCADENZA_AVVISO_PAGAMENTO: "Obvestilo kmalu zapade",
      RICEVUTA_TELEMATICA: "Potrdilo o plačilu",
    },
    aperture: {
      AVVISO_PAGAMENTO: "na vaše ime je obvestilo o plačilu.",
      SCADENZA_AVVISO_PAGAMENTO: "obvestilo o plačilu na vaše ime bo kmalu zapadlo.",
      RICEVUTA_TELEMATICA: "vaše plačilo je bilo prejeto.",
    },
    ...{ causale: "Namen", importo: "Znesek", avviso: "Številka obvestila", scadenza: "Rok plačila" },
    ...{ pagamento: "Datum plačila", ricevuta: "Oznaka potrdila" },
    come: "Plačate lahko s številko obvestila na spletni strani ustanove, prek svoje banke, na pooblaščenih mestih ali na pošti.",
    fattoGia: "Če ste že plačali, vam ni treba storiti ničesar.",
  },
};

const capoverso = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

const corpo = (parole: Parole, tipo: TipoPromemoria, fatti: Fatti): string => {
  const ricevuta = tipo === "RICEVUTA_TELEMATICA";
  const righe = [
    [parole.causale, fatti.causale],
    [parole.importo, `${fatti.importo} euro`],
    [parole.avviso, fatti.numeroAvviso],
    ...(ricevuta
      ? [
          [parole.pagamento, fatti.dataPagamento],
          [parole.ricevuta, fatti.idRicevuta],
        ]
      : [[parole.scadenza, fatti.scadenza]]),
  ].flatMap(([nome, valore]) => (valore === undefined ? [] : [`${nome}: ${valore}`]));
  const coda = ricevuta ? [] : [parole.come, parole.fattoGia];
  return [`${fatti.ente}: ${parole.aperture[tipo]}`, righe.join("\n\n"), ...coda].map(capoverso).join("\n\n");
};

/** @param lingua second language; Italian = none. */
export const writePredefinito = (tipo: TipoPromemoria, fatti: Fatti, lingua: LinguaPromemoria) => {
  const lingue: readonly LinguaPromemoria[] = lingua === "it" ? ["it"] : ["it", lingua];
  return {
    oggetto: `${lingue.map((l) => PAROLE[l].oggetti[tipo]).join(" / ")}: ${fatti.causale}`,
    testo: lingue.map((l) => corpo(PAROLE[l], tipo, fatti)).join("\n\n---\n\n"),
  };
};
