/** PUT of a debt, over the whole write model: each field up to its limit, and beyond it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { buildCorpo, CAMPI, type Campo, nomina } from "./campi-scrittura.ts";
import { chiave, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

type Nodo = Record<string, unknown>;
const isNodo = (valore: unknown): valore is Nodo => typeof valore === "object" && valore !== null;

const put = (radice: Nodo, percorso: string, valore: unknown): void => {
  const passi = percorso.split(".");
  const ultimo = passi.pop() ?? "";
  let nodo = radice;
  for (const passo of passi) {
    const prossimo = nodo[passo];
    if (!isNodo(prossimo)) throw new Error(`${percorso}: il corpo di prova non ha ${passo}`);
    nodo = prossimo;
  }
  nodo[ultimo] = valore;
};
const get = (radice: unknown, percorso: string): unknown =>
  percorso.split(".").reduce<unknown>((nodo, passo) => (isNodo(nodo) ? nodo[passo] : undefined), radice);

/** Whole bodies with one value in its place; an accepted amount is that of debt, item and share together. */
const withValore = ({ base, percorso }: Campo, valore: unknown, coerente: boolean): Nodo => {
  const corpo = buildCorpo(base);
  put(corpo, percorso, valore);
  if (coerente && percorso.endsWith("importo") && !percorso.startsWith("proprieta"))
    for (const altro of ["importo", "voci.0.importo", "voci.0.contabilita.quote.0.importo"]) put(corpo, altro, valore);
  return corpo;
};

/** Read otherwise than they are written, by contract: creditor and unit with their names, the day of the load, the path of an attachment. */
const ALTRIMENTI: ReadonlySet<string> = new Set([
  ...["idDominio", "idUnitaOperativa", "voci.0.idDominio", "dataCaricamento", "allegati.0.contenuto"],
]);

describe("the write model of a debt", () => {
  let s3: DepositoS3;
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    api = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  });
  afterAll(async () => {
    await api.stop();
    await s3.stop();
  });
  let n = 0;
  const send = (campo: Campo, valore: unknown, coerente: boolean) => {
    n += 1;
    return api.put(`M-${n}`, withValore(campo, valore, coerente));
  };
  const perNome = CAMPI.map((campo): readonly [string, Campo] => [campo.percorso, campo]);

  it("is walked whole: no field of the contract is left out", () => {
    expect(CAMPI.length).toBeGreaterThanOrEqual(57);
    const percorsi = new Set(CAMPI.map(({ percorso }) => percorso));
    const foglie = (nodo: unknown, prefisso: string): string[] =>
      isNodo(nodo) && !percorsi.has(prefisso) && prefisso !== ""
        ? [prefisso]
        : isNodo(nodo)
          ? Object.entries(nodo).flatMap(([nome, figlio]) => foglie(figlio, prefisso === "" ? nome : `${prefisso}.${nome}`))
          : percorsi.has(prefisso)
            ? []
            : [prefisso];
    const liberi = /(datiAllegati|proprietaCustom|metadata|voci|allegati|quote|mapEntries|descrizioneImporto)(\.\w+)*\.\w+$/;
    const mancanti = (["entrata", "soglia", "conto", "bollo"] as const).flatMap((base) => foglie(buildCorpo(base), ""));
    expect(mancanti.filter((percorso) => !liberi.test(percorso))).toEqual([]);
  });

  it.each(["entrata", "soglia", "conto", "bollo"] as const)("comes back whole from a debt of the variant %s", async (base) => {
    const corpo = buildCorpo(base);
    expect((await api.put(`INTERA-${base}`, corpo)).status).toBe(201);
    const { body } = await api.invoke("pendenze/getPendenza", { params: chiave(`INTERA-${base}`) });
    const percorsi = CAMPI.filter((campo) => get(corpo, campo.percorso) !== undefined && !isNodo(get(corpo, campo.percorso)));
    const diversi = percorsi.filter(({ percorso }) => get(body, percorso) !== get(corpo, percorso)).map(({ percorso }) => percorso);
    expect(diversi.filter((percorso) => !ALTRIMENTI.has(percorso))).toEqual([]);
  });

  it.each(perNome.filter(([, { ammessi }]) => ammessi.length > 0))("takes %s up to its limits", async (_percorso, campo) => {
    for (const valore of campo.ammessi) {
      const { status, body } = await send(campo, valore, true);
      expect([valore, status, body["dettaglio"]]).toEqual([valore, 201, undefined]);
    }
  });

  it.each(perNome.filter(([, { conformi }]) => conformi.length > 0))(
    "takes %s as well formed, whatever it names",
    async (_percorso, campo) => {
      for (const valore of campo.conformi) expect([valore, (await send(campo, valore, true)).status]).toEqual([valore, 422]);
    },
  );

  it.each(perNome)("refuses %s otherwise, naming it, and writes nothing", async (percorso, campo) => {
    api.richieste.length = 0;
    s3.richieste.length = 0;
    for (const valore of campo.rifiutati) {
      const { status, body } = await send(campo, valore, false);
      expect([valore, status, body["codice"], nomina(body["dettaglio"], percorso) || body["dettaglio"]]).toEqual([
        valore,
        400,
        "SINTASSI",
        true,
      ]);
    }
    expect([api.richieste.filter((r) => r === "TransactWriteItems" || r === "UpdateItem"), s3.richieste]).toEqual([[], []]);
  });
});
