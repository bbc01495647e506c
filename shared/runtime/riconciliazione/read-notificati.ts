/** Payments notified by the creditor's system, as JSON or CSV: each row by itself, so that a bad one is refused with its reason and stops nobody. */
import * as z from "zod";
import { giorno, idRicevuta, iuv, testo } from "../../contracts/comuni/campi.ts";
import { RIGHE_NOTIFICATE } from "../../contracts/riconciliazione/pagamenti-notificati.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { findSeparatore, splitRecord } from "../../domain/tracciati/csv.ts";
import { LettoreCsv } from "../../domain/tracciati/lettore-csv.ts";
import { parseImporto } from "../../domain/valori/importo.ts";
import type { RigaNotificata } from "../../usecases/abbinamenti/add-pagamenti-notificati.ts";
import { parseJson } from "../http/json.ts";
import type { CorpoGrezzo } from "../http/richiesta.ts";

const COLONNE = ["iud", "iuv", "importo", "data", "iur", "indice"] as const;
const OBBLIGATORIE: readonly string[] = ["iud", "iuv", "importo", "data"];
const TESTA_BYTE = 4096;

const opz = z.exactOptional;
const riga = z.strictObject({
  // It is part of a key: no separator.
  iud: testo(35).regex(/^[^#]*$/, "non ammesso il carattere #"),
  iuv,
  /** As it is written. */
  importo: z.string(),
  data: giorno,
  iur: opz(idRicevuta),
  indice: opz(z.coerce.number().int().min(1).max(99)),
});

const campo = (oggetto: unknown, nome: string): string | undefined => {
  const valore: unknown =
    typeof oggetto === "object" && oggetto !== null ? Object.getOwnPropertyDescriptor(oggetto, nome)?.value : undefined;
  return typeof valore === "string" ? valore.slice(0, 35) : undefined;
};

const refused = (numero: number, motivo: string, grezza?: unknown): RigaNotificata => ({
  riga: numero,
  esito: ko({ motivo, ...definiti({ iud: campo(grezza, "iud") }) }),
});

const readRiga = (numero: number, grezza: unknown): RigaNotificata => {
  const letta = riga.safeParse(grezza);
  if (!letta.success) {
    const [primo] = letta.error.issues;
    return refused(numero, `${primo?.path.join(".") || "riga"}: ${primo?.message ?? "non conforme"}`, grezza);
  }
  const { importo, ...resto } = letta.data;
  const centesimi = parseImporto(importo);
  if (!centesimi.ok) return refused(numero, centesimi.errore, grezza);
  if (centesimi.valore <= 0n) return refused(numero, "importo: deve essere maggiore di zero", grezza);
  return { riga: numero, esito: ok({ ...resto, importo: centesimi.valore }) };
};

const troppe = (quante: number): Esito<never> => ko(`pagamenti: ammessi al massimo ${RIGHE_NOTIFICATE}, qui ${quante}`);

const readDaJson = (contenuto: string): Esito<readonly RigaNotificata[]> => {
  const letto = parseJson(contenuto);
  if (!letto.ok) return letto;
  const corpo = z.strictObject({ pagamenti: z.array(z.unknown()) }).safeParse(letto.valore);
  if (!corpo.success) return ko("atteso un oggetto con il solo campo pagamenti, un elenco");
  const { pagamenti } = corpo.data;
  if (pagamenti.length > RIGHE_NOTIFICATE) return troppe(pagamenti.length);
  // The number of a JSON prints back as it was written: its text is the amount.
  const conTesto = (grezza: unknown): unknown => {
    const importo: unknown = typeof grezza === "object" && grezza !== null ? Reflect.get(grezza, "importo") : undefined;
    return typeof importo === "number" ? { ...(grezza as object), importo: String(importo) } : grezza;
  };
  return ok(pagamenti.map((grezza, posto) => readRiga(posto + 1, conTesto(grezza))));
};

const readIntestazione = (nomi: readonly string[]): Esito<readonly string[]> => {
  const puliti = nomi.map((nome) => nome.trim().toLowerCase());
  const ignoto = puliti.find((nome) => !COLONNE.some((colonna) => colonna === nome));
  if (ignoto !== undefined) return ko(`intestazione: la colonna «${ignoto}» non è ammessa; sono ammesse ${COLONNE.join(", ")}`);
  const manca = OBBLIGATORIE.find((nome) => !puliti.includes(nome));
  if (manca !== undefined) return ko(`intestazione: manca la colonna ${manca}`);
  return new Set(puliti).size === puliti.length ? ok(puliti) : ko("intestazione: una colonna è ripetuta");
};

const readDaCsv = async (contenuto: Uint8Array): Promise<Esito<readonly RigaNotificata[]>> => {
  const [testa = ""] = new TextDecoder().decode(contenuto.subarray(0, TESTA_BYTE)).split(/\r?\n/);
  const separatore = findSeparatore(testa);
  const lettore = new LettoreCsv(async (da, quanti) => contenuto.subarray(da, da + quanti), separatore, 0);
  let colonne: readonly string[] | undefined;
  const righe: RigaNotificata[] = [];
  for (;;) {
    const record = await lettore.next();
    if (!record.ok) return record;
    if (!record.valore) break;
    const campi = splitRecord(record.valore.testo.replace(/^\uFEFF/, ""), separatore);
    if (!colonne) {
      const nomi = campi.ok ? readIntestazione(campi.valore) : campi;
      if (!nomi.ok) return nomi;
      colonne = nomi.valore;
      continue;
    }
    if (righe.length === RIGHE_NOTIFICATE) return troppe(RIGHE_NOTIFICATE + 1);
    righe.push(toRigaCsv(righe.length + 1, campi, colonne));
  }
  return colonne ? ok(righe) : ko("il file è vuoto: attesa almeno l'intestazione");
};

const toRigaCsv = (numero: number, campi: Esito<readonly string[]>, colonne: readonly string[]): RigaNotificata => {
  if (!campi.ok) return refused(numero, campi.errore);
  if (campi.valore.length !== colonne.length) return refused(numero, `attese ${colonne.length} colonne, qui ${campi.valore.length}`);
  const valori = colonne.flatMap((nome, posto) => {
    const valore = campi.valore[posto]?.trim() ?? "";
    return valore === "" ? [] : [[nome, nome === "importo" ? valore.replace(",", ".") : valore] as const];
  });
  return readRiga(numero, Object.fromEntries(valori));
};

/** Errors: Italian sentence. */
export const readNotificati = ({ contentType, contenuto }: CorpoGrezzo): Promise<Esito<readonly RigaNotificata[]>> =>
  contentType.toLowerCase().startsWith("text/csv")
    ? readDaCsv(contenuto)
    : Promise.resolve(readDaJson(new TextDecoder("utf-8", { fatal: false }).decode(contenuto)));
