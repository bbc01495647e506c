/**
 * The dossier of money that does not fit: paid twice, for an annulled debt, too much, too little, for a debt that nobody knows. It names the payment and keeps the
 * decisions; who paid is read from the payment itself, so that nothing personal lives here.
 */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { formatImporto } from "../valori/importo.ts";
import { toNomePercorso } from "../valori/nome-percorso.ts";
import type { MotivoFascicolo } from "./motivi-fascicolo.ts";
import { type StatoFascicolo, statiFascicolo } from "./stati-fascicolo.ts";

export interface Rimborso {
  /** Cents. */
  readonly importo: bigint;
  readonly motivazione: string;
  readonly richiedente: string;
  /** Instant of the proposal. */
  readonly data: string;
  /** The request to the second person, where the creditor wants one. */
  readonly idApprovazione?: string;
  readonly autorizzatoDa?: string;
  readonly mandato?: { readonly numero: string; readonly data: string };
}

/** One decision, by whom. */
export interface VoceFascicolo {
  /** Instant. */
  readonly data: string;
  readonly autore: string;
  readonly evento: string;
  readonly motivazione?: string;
}

export interface Fascicolo {
  readonly versione: number;
  readonly idDominio: string;
  readonly iuv: string;
  readonly id: string;
  readonly motivo: MotivoFascicolo;
  readonly stato: StatoFascicolo;
  /** receiptId of the payment. */
  readonly iur: string;
  readonly origine: "RICEVUTA" | "RENDICONTAZIONE";
  /** Cents: what came, and what was due when it came. */
  readonly importo: bigint;
  readonly importoDovuto: bigint;
  /** Instant. */
  readonly dataPagamento: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  /** What was seen, in Italian. */
  readonly dettaglio: string;
  readonly assegnatario?: string;
  readonly nota?: string;
  readonly rimborso?: Rimborso;
  readonly storia: readonly VoceFascicolo[];
  /** Instants. */
  readonly dataApertura: string;
  readonly dataUltimaVariazione: string;
}

export interface Autore {
  readonly autore: string;
  /** Instant. */
  readonly adesso: string;
}

/** The payment code first (an IUV has letters and digits only), who told it, the payment: told by a row and later by a receipt, they are two files. */
export const idFascicolo = (iuv: string, origine: Fascicolo["origine"], iur: string): string =>
  `${iuv}.${origine === "RICEVUTA" ? "R" : "F"}.${toNomePercorso(iur)}`;

/** The payment code that a name begins with. */
export const iuvDiFascicolo = (id: string): string => id.split(".", 1)[0] ?? "";

/** Cents over what was due; negative when something is missing. */
export const eccedenzaDi = ({ importo, importoDovuto }: Pick<Fascicolo, "importo" | "importoDovuto">): bigint => importo - importoDovuto;

/** At most what came and was not due: never what the debt had to receive. */
export const rimborsabileDi = (fascicolo: Pick<Fascicolo, "importo" | "importoDovuto">): bigint => {
  const eccedenza = eccedenzaDi(fascicolo);
  return eccedenza > 0n ? eccedenza : 0n;
};

export type AzioneFascicolo =
  | {
      readonly azione: "ACCETTA" | "ACCANTONA" | "RIFIUTA_RIMBORSO" | "AUTORIZZA_RIMBORSO" | "CHIUDI" | "RIAPRI";
      readonly motivazione: string;
    }
  | { readonly azione: "PROPONI_RIMBORSO"; readonly motivazione: string; readonly importo?: bigint }
  | {
      readonly azione: "REGISTRA_RIMBORSO";
      readonly motivazione: string;
      readonly mandato: { readonly numero: string; readonly data: string };
    }
  | { readonly azione: "ASSEGNA"; readonly assegnatario: string | null }
  | { readonly azione: "ANNOTA"; readonly nota: string };

type Agito = Esito<Fascicolo, Rifiuto<"NON_PROCESSABILE" | "NON_AUTORIZZATO">>;

const EVENTI = {
  ACCETTA: "accetta",
  ACCANTONA: "accantona",
  PROPONI_RIMBORSO: "proponiRimborso",
  AUTORIZZA_RIMBORSO: "autorizzaRimborso",
  RIFIUTA_RIMBORSO: "rifiutaRimborso",
  REGISTRA_RIMBORSO: "registraRimborso",
  CHIUDI: "chiudi",
  RIAPRI: "riapri",
} as const;

/** Decisions of one file: a file that needs more is a conversation, and belongs elsewhere. */
const STORIA_MASSIMA = 200;

const record = (fascicolo: Fascicolo, evento: string, { autore, adesso }: Autore, motivazione?: string): Agito => {
  if (fascicolo.storia.length >= STORIA_MASSIMA)
    return rifiuto("NON_PROCESSABILE", `il fascicolo ha già ${STORIA_MASSIMA} decisioni, non se ne aggiungono altre`);
  const voce: VoceFascicolo = { data: adesso, autore, evento, ...(motivazione !== undefined && { motivazione }) };
  return ok({ ...fascicolo, storia: [...fascicolo.storia, voce], dataUltimaVariazione: adesso });
};

const propose = (
  fascicolo: Fascicolo,
  azione: Extract<AzioneFascicolo, { azione: "PROPONI_RIMBORSO" }>,
  { autore, adesso }: Autore,
): Agito => {
  const massimo = rimborsabileDi(fascicolo);
  if (massimo === 0n) return rifiuto("NON_PROCESSABILE", "azione: non c'è niente da rimborsare, non è arrivato più del dovuto");
  const importo = azione.importo ?? massimo;
  if (importo < 1n || importo > massimo)
    return rifiuto(
      "NON_PROCESSABILE",
      `importo: ${formatImporto(importo)} non è tra 0.01 e ${formatImporto(massimo)}, ciò che eccede il dovuto`,
    );
  const { motivazione } = azione;
  return ok({ ...fascicolo, rimborso: { importo, motivazione, richiedente: autore, data: adesso } });
};

const withRimborso = (fascicolo: Fascicolo, campi: Partial<Rimborso>): Fascicolo =>
  fascicolo.rimborso ? { ...fascicolo, rimborso: { ...fascicolo.rimborso, ...campi } } : fascicolo;

const withoutRimborso = (fascicolo: Fascicolo): Fascicolo => {
  const { rimborso: _tolto, ...resto } = fascicolo;
  return resto;
};

const decide = (fascicolo: Fascicolo, azione: Exclude<AzioneFascicolo, { azione: "ASSEGNA" | "ANNOTA" }>, chi: Autore): Agito => {
  switch (azione.azione) {
    case "PROPONI_RIMBORSO":
      return propose(fascicolo, azione, chi);
    case "AUTORIZZA_RIMBORSO":
      return ok(withRimborso(fascicolo, { autorizzatoDa: chi.autore }));
    case "REGISTRA_RIMBORSO":
      return ok(withRimborso(fascicolo, { mandato: azione.mandato }));
    case "RIFIUTA_RIMBORSO":
      return ok(withoutRimborso(fascicolo));
    case "RIAPRI":
      if (fascicolo.rimborso?.mandato)
        return rifiuto(
          "NON_PROCESSABILE",
          `azione: il mandato ${fascicolo.rimborso.mandato.numero} è già stato emesso, il fascicolo non si riapre`,
        );
      return ok(withoutRimborso(fascicolo));
    case "ACCETTA":
    case "ACCANTONA":
    case "CHIUDI":
      return ok(fascicolo);
  }
};

/** The file after an action, with who did it in its history. Refused where the state table says so. */
export function actOnFascicolo(fascicolo: Fascicolo, azione: AzioneFascicolo, chi: Autore): Agito {
  if (azione.azione === "ANNOTA") return record({ ...fascicolo, nota: azione.nota }, "annota", chi, azione.nota);
  if (azione.azione === "ASSEGNA") {
    const { assegnatario: _tolto, ...resto } = fascicolo;
    const assegnato = azione.assegnatario === null ? resto : { ...resto, assegnatario: azione.assegnatario };
    return record(assegnato, "assegna", chi, azione.assegnatario ?? "a nessuno");
  }
  const evento = EVENTI[azione.azione];
  const stato = statiFascicolo.next(fascicolo.stato, evento);
  if (!stato.ok) return rifiuto("NON_PROCESSABILE", `azione: ${azione.azione} non è ammessa nello stato ${fascicolo.stato}`);
  const deciso = decide({ ...fascicolo, stato: stato.valore }, azione, chi);
  return deciso.ok ? record(deciso.valore, evento, chi, azione.motivazione) : deciso;
}
