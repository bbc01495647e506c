/** The parts of the document of an installation, in the order in which they can be written: nothing refers to what comes after it. */
import type { Chiamante, Diritto } from "../anagrafiche/applicazione.ts";
import { hasServizio } from "../anagrafiche/applicazione.ts";

export type Oggetto = Readonly<Record<string, unknown>>;

interface Descrizione {
  /** Name of the list in the document. */
  readonly elenco: string;
  /** Field that holds the identifier. */
  readonly id: string;
  /** The part whose entries hold the list. */
  readonly dentro?: "intermediario" | "dominio";
  /** Service of the ACL (reference 3.13) that reads and writes it. */
  readonly servizio: string;
}

const PAGOPA = "Anagrafica PagoPA";
const CREDITORE = "Anagrafica Creditore";
const APPLICAZIONI = "Anagrafica Applicazioni";
const RUOLI = "Anagrafica Ruoli";

export const SEZIONI = {
  intermediario: { elenco: "intermediari", id: "idIntermediario", servizio: PAGOPA },
  stazione: { elenco: "stazioni", id: "idStazione", dentro: "intermediario", servizio: PAGOPA },
  entrata: { elenco: "entrate", id: "idEntrata", servizio: CREDITORE },
  tipoPendenza: { elenco: "tipiPendenza", id: "idTipoPendenza", servizio: CREDITORE },
  dominio: { elenco: "domini", id: "idDominio", servizio: CREDITORE },
  unitaOperativa: { elenco: "unitaOperative", id: "idUnita", dentro: "dominio", servizio: CREDITORE },
  conto: { elenco: "contiAccredito", id: "iban", dentro: "dominio", servizio: CREDITORE },
  entrataDominio: { elenco: "entrate", id: "idEntrata", dentro: "dominio", servizio: CREDITORE },
  ruolo: { elenco: "ruoli", id: "id", servizio: RUOLI },
  applicazione: { elenco: "applicazioni", id: "idA2A", servizio: APPLICAZIONI },
  tipoPendenzaDominio: { elenco: "tipiPendenza", id: "idTipoPendenza", dentro: "dominio", servizio: CREDITORE },
  profiloLettura: { elenco: "profiliLettura", id: "nome", dentro: "dominio", servizio: CREDITORE },
  tracciatoContabile: { elenco: "tracciatiContabili", id: "nome", dentro: "dominio", servizio: CREDITORE },
  impostazioniRiscontri: { elenco: "impostazioniRiscontri", id: "idDominio", servizio: CREDITORE },
  instradamento: { elenco: "instradamenti", id: "idDominio", servizio: CREDITORE },
  operatore: { elenco: "operatori", id: "principal", servizio: RUOLI },
  configurazione: { elenco: "configurazioni", id: "sezione", servizio: "Configurazione e manutenzione" },
} as const satisfies Readonly<Record<string, Descrizione>>;

export type Sezione = keyof typeof SEZIONI;
export const NOMI_SEZIONE = Object.keys(SEZIONI) as readonly Sezione[];
export const descrizioneDi = (sezione: Sezione): Descrizione => SEZIONI[sezione];

export interface ChiaveVoce {
  readonly sezione: Sezione;
  readonly id: string;
  /** Identifier of the entry that holds it. */
  readonly ambito?: string;
}

/** An entry: its identifiers and the body of its PUT. */
export interface VoceDocumento extends ChiaveVoce {
  readonly corpo: Oggetto;
}

export const nomeVoce = ({ sezione, id, ambito }: ChiaveVoce): string => `${sezione}#${ambito ?? ""}#${id}`;

/** How people call an entry: where it is in the document. */
export const percorsoVoce = ({ sezione, id, ambito }: ChiaveVoce): string => {
  const { elenco, dentro } = descrizioneDi(sezione);
  return ambito === undefined || dentro === undefined ? `${elenco}[${id}]` : `${SEZIONI[dentro].elenco}[${ambito}].${elenco}[${id}]`;
};

/** The first service that the caller lacks, among those of the parts. */
export const findServizioMancante = (chiamante: Chiamante, sezioni: readonly Sezione[], diritto: Diritto): string | undefined =>
  sezioni.map((sezione) => descrizioneDi(sezione).servizio).find((servizio) => !hasServizio(chiamante, [servizio], diritto));

/**
 * Secrets, by path in the body of an entry. In a document there are only references (`segreto:<name>`); a literal one is taken from who writes it
 * and never given back.
 */
const SEGRETI: Readonly<Partial<Record<Sezione, RegExp>>> = {
  intermediario: /^(passwordPagoPa|servizioPagoPa\w*\.(subscriptionKey|auth\.(password|headerValue|apiKey|clientSecret)))$/,
  stazione: /^password$/,
  dominio: /^servizio\w+\.(.+\.)?(password|secretKey|headerValue|apiKey|clientSecret)$/,
  applicazione: /^(password|servizioIntegrazione\.auth\.(password|headerValue|apiKey|clientSecret))$/,
  operatore: /^password$/,
  tipoPendenzaDominio: /^avvisaturaAppIO\.apiKey$/,
  configurazione: /(^|\.)(password|secretKey|headerValue|apiKey|clientSecret)$/,
};

export const isSegreto = (sezione: Sezione, percorso: string): boolean => SEGRETI[sezione]?.test(percorso) ?? false;
export const isRiferimento = (valore: unknown): boolean => typeof valore === "string" && valore.startsWith("segreto:");
