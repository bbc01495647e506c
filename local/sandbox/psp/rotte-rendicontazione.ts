/** HTTP of the settlement: the PSPs' evening, and flows of any size for the benchmark. */
import * as z from "zod";
import { addGiorni, giornoDi, isGiorno } from "../comune/date.ts";
import { json, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { parseImporto } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";
import type { Flussi, Flusso } from "../fdr/flussi.ts";
import { totaleSintetico } from "../fdr/sintetico.ts";
import { CREDITORI } from "../seed-dati.ts";
import type { Movimenti, Movimento } from "../tesoriere/movimenti.ts";
import { findPsp, PSP } from "./psp.ts";
import { accreditoDi, type Rendicontazione } from "./rendicontazione.ts";
import { euro } from "./sportello.ts";

const giorno = z.string().refine(isGiorno, "attesa una data AAAA-MM-GG");
const centesimi = z.int().min(1).max(99_999_999).transform(BigInt);
const idDominio = z.string().regex(/^\d{11}$/, "attese 11 cifre");

const diUnPsp = z.strictObject({ psp: z.string(), centesimi: centesimi.default(1n), idDominio: idDominio.optional() });
const Sostituzione = z.union([
  z.string().transform((idFlusso) => ({ idFlusso, indice: undefined, importo: undefined })),
  z.strictObject({
    idFlusso: z.string(),
    indice: z.int().min(1).optional(),
    importo: z
      .union([z.number(), z.string()])
      .transform((valore) => parseImporto(String(valore)))
      .refine((valore) => valore !== undefined && valore > 0n, "atteso un importo in euro maggiore di zero")
      .optional(),
  }),
]);
const Richiesta = z.strictObject({
  data: giorno.optional(),
  anomalie: z
    .strictObject({
      creditoInMeno: diUnPsp.optional(),
      rigaErrata: diUnPsp.optional(),
      duplica: z.strictObject({ iuv: z.string() }).optional(),
      sostituisci: Sostituzione.optional(),
    })
    .default({}),
});
const Sintetico = z.strictObject({
  idDominio,
  righe: z.int().min(1).max(1_000_000),
  psp: z.string().default(PSP[0].id),
  /** First progressive of the IUV bases. */
  primo: z.int().min(0).max(9_000_000_000_000).default(9_000_000_000_000),
  payStatus: z.enum(["EXECUTED", "STAND_IN", "STAND_IN_NO_RPT", "NO_RPT"]).default("EXECUTED"),
  accredita: z.boolean().default(false),
});

export const presentaFlusso = (flusso: Flusso): Record<string, unknown> => ({
  idFlusso: flusso.idFlusso,
  revisione: flusso.revisione,
  psp: flusso.idPsp,
  idDominio: flusso.idDominio,
  iban: flusso.iban,
  numeroPagamenti: flusso.numeroPagamenti,
  importoTotale: euro(flusso.importoTotale),
  trn: flusso.trn,
  dataRegolamento: flusso.dataRegolamento,
  pubblicatoIl: flusso.pubblicatoIl,
});

export const presentaMovimento = (movimento: Movimento): Record<string, unknown> => ({
  numero: movimento.numero,
  idDominio: movimento.idDominio,
  iban: movimento.iban,
  data: movimento.giorno,
  dataValuta: movimento.dataValuta,
  importo: euro(movimento.importo),
  causale: movimento.causale,
  trn: movimento.trn,
  idFlusso: movimento.idFlusso,
});

export const rotteRendicontazione = (
  contesto: Contesto,
  rendicontazione: Rendicontazione,
  flussi: Flussi,
  movimenti: Movimenti,
): Rotta[] => {
  const emettiSintetico = (chiesto: z.output<typeof Sintetico>): Record<string, unknown> => {
    const psp = findPsp(chiesto.psp);
    const creditore = CREDITORI.find((voce) => voce.idDominio === chiesto.idDominio);
    if (psp === undefined) throw new Rifiuto(400, `psp: ${chiesto.psp} non esiste.`);
    const oggi = giornoDi(contesto.ora());
    const istante = contesto.istante();
    const numero = contesto.archivio.next(`flusso/${psp.id}`);
    const dataRegolamento = addGiorni(oggi, 1);
    const flusso: Flusso = {
      idFlusso: `${dataRegolamento}${psp.id}-S${numero.toString().padStart(8, "0")}`,
      idPsp: psp.id,
      idDominio: chiesto.idDominio,
      iban: creditore?.conti[0]?.iban ?? "",
      revisione: 1,
      creatoIl: istante,
      pubblicatoIl: istante,
      dataFlusso: istante,
      dataRegolamento,
      trn: `${psp.codiceFiscale}${dataRegolamento.replaceAll("-", "")}S${numero.toString().padStart(8, "0")}IT`,
      numeroPagamenti: chiesto.righe,
      importoTotale: totaleSintetico(chiesto.righe),
      sintetico: { segregazione: creditore?.segregationCode ?? "01", primo: chiesto.primo, giorno: oggi, payStatus: chiesto.payStatus },
    };
    flussi.publish(flusso, []);
    const accrediti = chiesto.accredita ? movimenti.credit(accreditoDi(flusso, psp, flusso.importoTotale)) : [];
    return { flusso: presentaFlusso(flusso), accrediti: accrediti.map(presentaMovimento) };
  };
  return [
    rotta("POST", "/sandbox/psp/rendicontazione", async (richiesta) => {
      const { data, anomalie } = await richiesta.json(Richiesta);
      const esito = rendicontazione.emit(data, anomalie);
      return json(200, {
        flussi: esito.flussi.map(presentaFlusso),
        accrediti: esito.accrediti.map(presentaMovimento),
        anomalie: esito.anomalie,
      });
    }),
    rotta("GET", "/sandbox/fdr/flussi", () => json(200, { flussi: flussi.list().map(presentaFlusso) })),
    rotta("POST", "/sandbox/fdr/sintetico", async (richiesta) => json(201, emettiSintetico(await richiesta.json(Sintetico)))),
  ];
};
