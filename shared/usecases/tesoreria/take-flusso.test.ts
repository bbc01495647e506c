/** A settlement flow loaded as a file of any size: the same flow as the one read whole, once, whatever interrupts it; what is not a flow changes nothing. */
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildDocumento } from "../../../tests/sostegno/documento-flusso.ts";
import { buildPagata, buildRiga, createFdrFinto, FLUSSO } from "../../../tests/sostegno/flussi.ts";
import { createLavoroTesoreria } from "../../../tests/sostegno/lavoro-tesoreria.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import { createFlussiOriginali, leggiDocumentoFlusso } from "../../adapters/nodo-storico/flussi-originali.ts";
import { createLettori } from "../../adapters/tesoreria/lettori.ts";
import { pacchettiZip } from "../../adapters/zip/pacchetti-zip.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { acquirePagina } from "../rendicontazioni/acquire-pagina.ts";
import { addFlusso } from "../rendicontazioni/add-flusso.ts";

const QUANTE = 2_300;
const RIGHE = Array.from({ length: QUANTE }, (_, posto) => buildRiga(posto + 1));
const DOCUMENTO = Buffer.from(buildDocumento(RIGHE));
class Caduta extends Error {}

const create = async () => {
  const lavoro = await createLavoroTesoreria(
    undefined,
    createLettori(async () => []),
  );
  await lavoro.store(...buildPagata(1));
  const { fdr } = createFdrFinto([]);
  const acquire = acquirePagina({ ...lavoro, fdr, originali: createFlussiOriginali(lavoro.oggetti) });
  const flussi = () => lavoro.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
  return {
    ...lavoro,
    flussi,
    acquireAll: async (): Promise<Flusso> => {
      for (let pagina = 1; ; pagina += 1) {
        const [flusso] = await flussi();
        if (!flusso) throw new Error("nessun flusso");
        if (flusso.stato !== "IN_ACQUISIZIONE") return flusso;
        const { idDominio, idFlusso, idPsp, revisione } = flusso;
        await acquire({ idDominio, idFlusso, idPsp, revisione, pagina }, lavoro.traccia);
      }
    },
  };
};

/** What was acquired, without where the document is kept. */
const detto = ({ originale: _, versione: _v, ...flusso }: Flusso, righe: readonly Rendicontazione[]) => ({ flusso, righe });

const acquired = async (banco: Awaited<ReturnType<typeof create>>) => {
  const flusso = await banco.acquireAll();
  return detto(flusso, await banco.rendicontazioni.findRighe(flusso, 1, QUANTE));
};

describe("un flusso fra i file caricati", () => {
  it("dà le stesse righe di uno caricato intero, e si rilegge byte per byte", async () => {
    const intero = await create();
    const impronta = (): string => "x";
    const add = addFlusso({ ...intero, documenti: intero.oggetti, leggi: leggiDocumentoFlusso, impronta });
    await add(COMUNE, DOCUMENTO, GESTIONALE, intero.traccia);
    const banco = await create();
    const caricamento = await banco.finish(await banco.upload(DOCUMENTO));
    expect(caricamento).toMatchObject({ stato: "ESEGUITO", formatoLetto: "FDR", righeLette: QUANTE, flusso: { idFlusso: FLUSSO } });
    expect(caricamento.descrizioneStato).toContain(`${QUANTE} righe: registrato`);
    const acquisito = await acquired(banco);
    expect(acquisito).toEqual(await acquired(intero));
    expect(acquisito.flusso).toMatchObject({ stato: "ACQUISITO", pagineTotali: 3, righeAcquisite: QUANTE });
    const [flusso] = await banco.flussi();
    expect(Buffer.from((await banco.oggetti.get(flusso?.originale ?? "")) ?? []).equals(DOCUMENTO)).toBe(true);
    expect(banco.movimenti()).toEqual([]);
  });

  it("compresso in uno ZIP è lo stesso, e il documento è quello che c'è dentro", async () => {
    const banco = await create();
    const { byte, voci } = pacchettiZip.pack([{ nome: "flusso.xml", contenuto: DOCUMENTO }]);
    const zip = Buffer.concat([byte, pacchettiZip.index(voci, byte.length)]);
    const caricamento = await banco.finish(await banco.upload(zip));
    expect(caricamento).toMatchObject({ stato: "ESEGUITO", righeLette: QUANTE });
    const [flusso] = await banco.flussi();
    expect(Buffer.from((await banco.oggetti.get(flusso?.originale ?? "")) ?? []).equals(DOCUMENTO)).toBe(true);
  });

  it("si registra una volta, ucciso a qualunque richiesta e ripreso", async () => {
    let cadute = 0;
    for (let punto = 1, caduto = true; caduto; punto += 1) {
      const banco = await create();
      const id = await banco.upload(Buffer.from(buildDocumento(RIGHE.slice(0, 3))));
      let richieste = 0;
      banco.observe(() => {
        if (++richieste === punto) throw new Caduta();
      });
      caduto = await banco.deliver(id, { messageId: "m" }).then(
        () => false,
        (errore: unknown) => errore instanceof Caduta,
      );
      cadute += caduto ? 1 : 0;
      banco.observe(() => {});
      await banco.deliver(id, { messageId: "m" });
      expect(await banco.read(id)).toMatchObject({ stato: "ESEGUITO", descrizioneStato: expect.stringContaining("registrato, le righe") });
      expect(await banco.flussi()).toHaveLength(1);
      expect(banco.messaggi().filter(({ coda }) => coda === "flussi")).toHaveLength(1);
    }
    expect(cadute).toBeGreaterThan(3);
  });

  it("già registrato da pagoPA o da un altro file si dice, e non si conta due volte", async () => {
    const banco = await create();
    await banco.finish(await banco.upload(DOCUMENTO));
    const ancora = await banco.finish(await banco.upload(Buffer.concat([DOCUMENTO, Buffer.from("\n")])));
    expect(ancora).toMatchObject({ stato: "ESEGUITO", descrizioneStato: expect.stringContaining("già registrata") });
    expect(await banco.flussi()).toHaveLength(1);
    await banco.acquireAll();
    const altro = await banco.finish(await banco.upload(Buffer.from(buildDocumento(RIGHE.slice(1)))));
    expect(altro).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringContaining("totale diversi") });
  });

  const testo = DOCUMENTO.toString();
  it.each<[string, Uint8Array, string]>([
    ["tagliato", DOCUMENTO.subarray(0, DOCUMENTO.length - 40), "non ben formato"],
    ["di un altro ente", Buffer.from(testo.replaceAll(COMUNE, UNIONE)), `il flusso è di ${UNIONE}`],
    ["con un'entità", Buffer.from(testo.replace("?>", '?><!DOCTYPE a [<!ENTITY e "x">]>')), "DOCTYPE"],
    ["con un importo che non lo è", Buffer.from(testo.replace("10.05", "10,05")), "singoloImportoPagato"],
    ["in una codifica che non è la sua", Buffer.from(testo.replace("Banca di prova", "Banca di novità"), "latin1"), "codifica"],
    ["senza testata", Buffer.from(testo.replace(/<identificativoFlusso>.*?<\/identificativoFlusso>/s, "")), "identificativoFlusso"],
  ])("%s è scartato con il motivo, e non cambia nulla", async (_caso, contenuto, motivo) => {
    const banco = await create();
    const caricamento = await banco.finish(await banco.upload(contenuto));
    expect(caricamento).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringContaining(motivo) });
    expect([await banco.flussi(), banco.messaggi().filter(({ coda }) => coda === "flussi")]).toEqual([[], []]);
  });

  it("chiesto come flusso, un file che non lo è si rifiuta", async () => {
    const banco = await create();
    const caricamento = await banco.finish(await banco.upload(Buffer.from("<altro/>"), { formato: "FDR" }));
    expect(caricamento).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringContaining("radice altro inattesa") });
  });
});
