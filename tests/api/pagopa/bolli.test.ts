/** Digital stamps through the registration of a receipt: kept, judged, reported on receipt and debt, and never in the way of the money. */
import { beforeEach, describe, expect, it } from "vitest";
import { chiavi } from "../../../shared/adapters/archivio/chiavi.ts";
import { lettoreBolli } from "../../../shared/adapters/bollo/lettore-bollo.ts";
import type { RicevutaNodo } from "../../../shared/domain/pagamenti/messaggi-nodo.ts";
import { composeRicevuta } from "../../../shared/runtime/soap/compose-ricevuta.ts";
import { openBusta } from "../../../shared/runtime/soap/envelope.ts";
import { readRichiesta } from "../../../shared/runtime/soap/pa-for-node-parse.ts";
import { registerRicevuta } from "../../../shared/usecases/pagamenti/register-ricevuta.ts";
import { COMUNE, INTERMEDIARIO, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { type BolloDiProva, buildBollo, createIdentita, IMPRONTA } from "../../sostegno/bolli.ts";
import { ADESSO, buildPendenza } from "../../sostegno/esempi.ts";
import { buildIuv } from "../../sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../sostegno/memoria.ts";
import { buildReceipt } from "../../sostegno/recuperi.ts";

const IDENTITA = createIdentita();
let memoria: Memoria;
let emittenti: readonly string[];
let caricamenti: number;
beforeEach(async () => {
  memoria = await createMemoria();
  caricamenti = 0;
  emittenti = [IDENTITA.pem];
});

const storeBollo = async (n: number): Promise<void> => {
  const [voce] = buildPendenza().voci;
  if (!voce) throw new Error("la pendenza di prova ha una voce");
  const destinazione = { variante: "bollo", tipoBollo: "01", hashDocumento: IMPRONTA, provinciaResidenza: "RM" } as const;
  const valore = buildPendenza({
    idPendenza: `BOLLO-${n}`,
    iuv: buildIuv(n),
    numeroAvviso: `3${buildIuv(n)}`,
    importo: 1600n,
    voci: [{ ...voce, importo: 1600n, destinazione }],
  });
  await memoria.store({ azione: "crea", entita: "pendenza", valore });
};

const receiptCon = (n: number, MBDAttachment: string): RicevutaNodo =>
  buildReceipt(n, {
    paymentAmount: 1600n,
    transferList: [
      {
        idTransfer: 1,
        transferAmount: 1600n,
        fiscalCodePA: COMUNE,
        MBDAttachment,
        remittanceInformation: "bollo",
        transferCategory: "9/0301116TS/",
      },
    ],
  });

/** Registers a receipt that came to a creditor, as the consumer does after reading its envelope. */
const register = async (receipt: RicevutaNodo, idPA = COMUNE) => {
  const busta = composeRicevuta({ idPA, idBrokerPA: INTERMEDIARIO, idStation: STAZIONE }, receipt);
  if (!busta.ok) throw new Error(busta.errore);
  const radice = openBusta(busta.valore, 512);
  const richiesta = radice.ok ? readRichiesta("paSendRTV2", radice.valore) : undefined;
  if (!richiesta?.ok) throw new Error("busta di prova illeggibile");
  const bolli = {
    load: async () => {
      caricamenti += 1;
      return lettoreBolli;
    },
    getEmittenti: async () => emittenti,
    findUso: async (iubd: string) => {
      const elemento = await memoria.deposito.get("archivio", chiavi.unicita("bollo", iubd));
      return elemento && String(elemento["riferimento"]);
    },
  };
  const arrivo = { primitiva: "paSendRTV2", richiesta: richiesta.valore, ricevutaAlle: ADESSO, originale: { digest: "0" } } as const;
  return registerRicevuta({ ...memoria, bolli })(arrivo, () => memoria.traccia.evento());
};
const posizione = (n: number, idDominio = COMUNE) => memoria.posizioni.getPosizione({ idDominio, iuv: buildIuv(n) });
const bollo = (dati?: BolloDiProva): string => buildBollo(IDENTITA, dati);

describe("la marca da bollo di una ricevuta", () => {
  it("buona: conservata con la riscossione, nessuna segnalazione, il suo numero preso", async () => {
    await storeBollo(1);
    const marca = bollo();
    expect((await register(receiptCon(1, marca))).segnalazioni).toEqual([]);
    const { pendenza, riscossioni } = await posizione(1);
    expect(pendenza).toMatchObject({ stato: "ESEGUITA", segnalazioni: [] });
    expect(riscossioni).toMatchObject([{ tipo: "MBT", allegato: marca }]);
    expect(memoria.deposito.all("archivio").filter((e) => e.pk.startsWith("UNI#bollo#"))).toMatchObject([
      { pk: "UNI#bollo#00000000000001", riferimento: "iur-1#1" },
    ]);
  });

  it.each<[string, string, string]>([
    [
      "alterata",
      Buffer.from(Buffer.from(bollo(), "base64").toString().replace("Banca di prova", "Banca di altri")).toString("base64"),
      "BOLLO_FIRMA_NON_VALIDA",
    ],
    ["di un altro documento", bollo({ impronta: Buffer.alloc(32, 7).toString("base64") }), "BOLLO_ALTRO_DOCUMENTO"],
    ["di un altro importo", bollo({ importo: "2.00" }), "BOLLO_IMPORTO_DIVERSO"],
    ["che non è una marca", Buffer.from("<x/>").toString("base64"), "BOLLO_ILLEGGIBILE"],
    ["firmata da chi ha solo il nome di un PSP fidato", buildBollo(createIdentita()), "BOLLO_EMITTENTE_SCONOSCIUTO"],
    ["assente, come nelle ricevute di biz-events", "", "BOLLO_ASSENTE"],
  ])("%s: il pagamento resta, e lo dicono ricevuta e pendenza", async (_caso, marca, codice) => {
    await storeBollo(1);
    const { segnalazioni } = await register(receiptCon(1, marca));
    expect(segnalazioni.map((s) => s.codice)).toEqual([codice]);
    const { pendenza, ricevute, riscossioni } = await posizione(1);
    expect(pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1600n, segnalazioni: [{ codice }] });
    expect(ricevute).toMatchObject([{ segnalazioni: [{ codice }] }]);
    expect(riscossioni).toHaveLength(1);
  });

  it("buona, dove non è detto di chi fidarsi: la segnalazione è un'altra", async () => {
    await storeBollo(1);
    emittenti = [];
    expect((await register(receiptCon(1, bollo()))).segnalazioni).toMatchObject([
      { codice: "BOLLO_EMITTENTI_NON_CONFIGURATI", dettaglio: expect.stringContaining("CN=PSP di prova") },
    ]);
    expect((await posizione(1)).pendenza?.stato).toBe("ESEGUITA");
  });

  it("già usata da un'altra ricevuta: la seconda lo dice, e dice di quale", async () => {
    await storeBollo(1);
    await storeBollo(2);
    await register(receiptCon(1, bollo()));
    const { segnalazioni } = await register(receiptCon(2, bollo()));
    expect(segnalazioni).toMatchObject([{ codice: "BOLLO_GIA_USATO", dettaglio: expect.stringContaining("iur-1#1") }]);
    expect((await posizione(2)).pendenza?.stato).toBe("ESEGUITA");
  });

  it("contraffatta con il numero di una buona che non è ancora arrivata: la buona non risulta usata", async () => {
    await storeBollo(1);
    await storeBollo(2);
    await register(receiptCon(1, buildBollo(createIdentita())));
    expect((await register(receiptCon(2, bollo()))).segnalazioni).toEqual([]);
  });

  it("la stessa ricevuta mandata anche a un altro ente non è un secondo uso", async () => {
    await storeBollo(1);
    const receipt = receiptCon(1, bollo());
    await register(receipt, UNIONE);
    expect((await register(receipt)).segnalazioni).toEqual([]);
  });

  it("due ricevute insieme con lo stesso numero: una delle due lo dice, sempre", async () => {
    await storeBollo(1);
    await storeBollo(2);
    const esiti = await Promise.all([register(receiptCon(1, bollo())), register(receiptCon(2, bollo()))]);
    expect(esiti.flatMap(({ segnalazioni }) => segnalazioni.map((s) => s.codice))).toEqual(["BOLLO_GIA_USATO"]);
  });

  it("senza marche il lettore non si carica", async () => {
    await register(buildReceipt(3));
    expect(caricamenti).toBe(0);
  });
});
