/** GET /allegati/{id}, the same on the APIs Pendenze and Pagamento, and on Riconciliazione for whoever keeps the accounts. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const PDF = Buffer.from("%PDF-1.7 prova");

export const suiteAllegato = (api: "pendenze" | "pagamento"): void => {
  let s3: DepositoS3;
  let impianto: ImpiantoPendenze;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    impianto = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
    const grande = Buffer.alloc(5 * 1024 * 1024, 7);
    const impronta = createHash("sha256").update(grande).digest("hex");
    const { body } = await impianto.invoke("pendenze/addAllegato", { body: { impronta, dimensione: grande.byteLength } });
    const intestazioni = Object.entries(Object(body["intestazioni"])).map(([nome, valore]): [string, string] => [nome, String(valore)]);
    await fetch(String(body["url"]), { method: "PUT", headers: intestazioni, body: new Uint8Array(grande) });
    await impianto.put(
      "CON-ALLEGATI",
      corpo({
        allegati: [
          { nome: "determina.pdf", tipo: "application/pdf", descrizione: "Determina", contenuto: PDF.toString("base64") },
          { nome: "grande.bin", impronta },
          { nome: "pagina.html", tipo: "non è un tipo", contenuto: Buffer.from("<script>").toString("base64") },
        ],
      }),
    );
  });
  afterAll(async () => {
    await impianto.stop();
    await s3.stop();
  });

  const read = (id: string, as = "gest-tributi") => impianto.invoke(`${api}/getAllegato`, { params: { id }, as });
  /** Ids as the detail of the debt gives them. */
  const findId = async (indice: number): Promise<string> => {
    const { body } = await impianto.invoke(`${api}/getPendenza`, { params: chiave("CON-ALLEGATI") });
    const allegati: readonly unknown[] = Array.isArray(body["allegati"]) ? body["allegati"] : [];
    return String(Object(allegati[indice]).contenuto).split("/").at(-1) ?? "";
  };

  it("gives the bytes as they were loaded, as a file to save, at the address that the debt gives", async () => {
    const { status, headers, bytes } = await read(await findId(0));
    expect([status, bytes]).toEqual([200, PDF]);
    expect(headers).toMatchObject({ "content-type": "application/pdf", "content-disposition": expect.stringContaining("determina.pdf") });
    for (const altra of ["riconciliazione", "riconciliazione-v2"])
      expect((await impianto.invoke(`${altra}/getAllegato`, { params: { id: await findId(0) } })).bytes).toEqual(PDF);
  });

  it("sends to the bucket for what does not fit in an answer", async () => {
    const { status, headers } = await read(await findId(1));
    expect(status).toBe(303);
    const contenuto = await fetch(headers["location"] ?? "");
    expect((await contenuto.arrayBuffer()).byteLength).toBe(5 * 1024 * 1024);
  });

  it("never repeats a type that is none", async () => {
    const { status, headers } = await read(await findId(2));
    expect([status, headers["content-type"]]).toEqual([200, "application/octet-stream"]);
  });

  it("answers who does not see its debt as if it were not there", async () => {
    const id = await findId(0);
    const assente = id.replace(/-1-/, "-9-");
    const [altrui, inesistente] = [await read(id, "gest-mensa"), await read(assente, "gest-mensa")];
    expect([altrui.status, inesistente.status, (await read(assente)).status, (await read("x")).status]).toEqual([404, 404, 404, 404]);
    expect(altrui.testo.replaceAll(id, assente)).toBe(inesistente.testo);
  });

  it("answers 400 to an id that cannot be one", async () => {
    expect((await read("a/b")).status).toBe(400);
  });
};
