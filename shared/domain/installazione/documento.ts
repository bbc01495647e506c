/**
 * The registry of an installation, or of one creditor, as one JSON document: lists of entries, each the body of its PUT with its identifier; what
 * belongs to an entry is inside it. Reading it here is about its form only: each body is read by the contract of its own write.
 */
import { type Esito, ko, ok } from "../esito.ts";
import {
  type ChiaveVoce,
  descrizioneDi,
  NOMI_SEZIONE,
  nomeVoce,
  type Oggetto,
  percorsoVoce,
  type Sezione,
  type VoceDocumento,
} from "./sezioni.ts";

export const SCHEMA_DOCUMENTO = "fiorino/anagrafica";
/** Raised when an older program could not read the document. */
export const VERSIONE_DOCUMENTO = 1;
export const VOCI_MASSIME = 100_000;

export interface Documento {
  /** The document is of this creditor alone. */
  readonly idDominio?: string;
  readonly voci: readonly VoceDocumento[];
}

const TESTATA = ["schema", "versione", "data", "idDominio", "segretiEsclusi"];
const PRIMO_LIVELLO = NOMI_SEZIONE.filter((sezione) => descrizioneDi(sezione).dentro === undefined);
/** Names with which a careless program changes all its objects. */
const VIETATI = ["__proto__", "constructor", "prototype"];

const isOggetto = (valore: unknown): valore is Oggetto => typeof valore === "object" && valore !== null && !Array.isArray(valore);

const findVietato = (valore: unknown): string | undefined => {
  if (typeof valore !== "object" || valore === null) return undefined;
  for (const [nome, figlio] of Object.entries(valore)) {
    const trovato = VIETATI.includes(nome) ? nome : findVietato(figlio);
    if (trovato !== undefined) return trovato;
  }
  return undefined;
};

const figliDi = (sezione: Sezione): readonly Sezione[] => NOMI_SEZIONE.filter((figlia) => descrizioneDi(figlia).dentro === sezione);

/** An IBAN is the same in any case. */
const normalizeId = (sezione: Sezione, id: string): string => (sezione === "conto" ? id.toUpperCase() : id);

interface Lettura {
  readonly voci: VoceDocumento[];
  readonly viste: Set<string>;
}

/** Errors: Italian sentence naming the entry. */
const readElenco = (lettura: Lettura, sezione: Sezione, elenco: unknown, ambito: string | undefined): Esito<void> => {
  const { elenco: nome, id: campo } = descrizioneDi(sezione);
  const dove = ambito === undefined ? nome : `${nome} di ${ambito}`;
  if (elenco === undefined) return ok(undefined);
  if (!Array.isArray(elenco)) return ko(`${dove}: atteso un elenco`);
  const figlie = figliDi(sezione);
  for (const [i, voce] of elenco.entries()) {
    if (!isOggetto(voce)) return ko(`${dove}[${i}]: atteso un oggetto`);
    const id = voce[campo];
    if (typeof id !== "string" || id === "") return ko(`${dove}[${i}].${campo}: obbligatorio`);
    const chiave: ChiaveVoce = { sezione, id: normalizeId(sezione, id), ...(ambito !== undefined && { ambito }) };
    if (lettura.viste.has(nomeVoce(chiave))) return ko(`${percorsoVoce(chiave)}: compare più di una volta`);
    lettura.viste.add(nomeVoce(chiave));
    if (lettura.viste.size > VOCI_MASSIME) return ko(`il documento ha più di ${VOCI_MASSIME} voci`);
    const tolti = [campo, ...figlie.map((figlia) => descrizioneDi(figlia).elenco)];
    lettura.voci.push({ ...chiave, corpo: Object.fromEntries(Object.entries(voce).filter(([nomeCampo]) => !tolti.includes(nomeCampo))) });
    for (const figlia of figlie) {
      const letta = readElenco(lettura, figlia, voce[descrizioneDi(figlia).elenco], chiave.id);
      if (!letta.ok) return letta;
    }
  }
  return ok(undefined);
};

const checkTestata = (documento: Oggetto): Esito<void> => {
  if (documento["schema"] !== SCHEMA_DOCUMENTO) return ko(`schema: atteso "${SCHEMA_DOCUMENTO}"`);
  const versione = documento["versione"];
  if (typeof versione !== "number" || !Number.isInteger(versione) || versione < 1) return ko("versione: atteso un numero intero da 1");
  if (versione > VERSIONE_DOCUMENTO)
    return ko(
      `versione: ${versione} è successiva alla ${VERSIONE_DOCUMENTO}, l'ultima che questa installazione conosce: va aggiornata prima`,
    );
  const noti = [...TESTATA, ...PRIMO_LIVELLO.map((sezione) => descrizioneDi(sezione).elenco)];
  const ignoto = Object.keys(documento).find((nome) => !noti.includes(nome));
  return ignoto === undefined ? ok(undefined) : ko(`${ignoto.slice(0, 100)}: sezione sconosciuta`);
};

/** The entries in the order of writing. Errors: Italian sentence naming the field. */
export const readDocumento = (json: unknown): Esito<Documento> => {
  if (!isOggetto(json)) return ko("il documento deve essere un oggetto");
  const vietato = findVietato(json);
  if (vietato !== undefined) return ko(`${vietato}: nome di campo non ammesso`);
  const testata = checkTestata(json);
  if (!testata.ok) return testata;
  const idDominio = json["idDominio"];
  if (idDominio !== undefined && typeof idDominio !== "string") return ko("idDominio: atteso un testo");
  const lettura: Lettura = { voci: [], viste: new Set() };
  for (const sezione of PRIMO_LIVELLO) {
    const letta = readElenco(lettura, sezione, json[descrizioneDi(sezione).elenco], undefined);
    if (!letta.ok) return letta;
  }
  const posto = new Map(NOMI_SEZIONE.map((sezione, i) => [sezione, i]));
  const ordinate = [...lettura.voci].sort((a, b) => (posto.get(a.sezione) ?? 0) - (posto.get(b.sezione) ?? 0));
  return ok({ voci: ordinate, ...(idDominio !== undefined && { idDominio }) });
};

export interface Testata {
  /** Instant. */
  readonly data: string;
  readonly idDominio?: string;
  /** Where the registry has a secret that the document does not carry. */
  readonly segretiEsclusi: readonly string[];
}

/** The document of the entries: `readDocumento` gives them back. */
export const writeDocumento = (voci: readonly VoceDocumento[], { data, idDominio, segretiEsclusi }: Testata): Oggetto => {
  const scritte = new Map<string, Record<string, unknown>>();
  const primi: Record<string, Record<string, unknown>[]> = {};
  for (const { sezione, id, ambito, corpo } of voci) {
    const { elenco, id: campo, dentro } = descrizioneDi(sezione);
    const voce: Record<string, unknown> = { [campo]: id, ...corpo };
    scritte.set(nomeVoce({ sezione, id, ...(ambito !== undefined && { ambito }) }), voce);
    const padre = dentro === undefined ? primi : scritte.get(nomeVoce({ sezione: dentro, id: ambito ?? "" }));
    const sorelle = padre?.[elenco];
    if (Array.isArray(sorelle)) sorelle.push(voce);
    else if (padre) padre[elenco] = [voce];
  }
  return {
    schema: SCHEMA_DOCUMENTO,
    versione: VERSIONE_DOCUMENTO,
    data,
    ...(idDominio !== undefined && { idDominio }),
    ...(segretiEsclusi.length > 0 && { segretiEsclusi }),
    ...primi,
  };
};
