/** The stamps that the PSPs of the sandbox sell: as their schema wants them, and vouched for by the issuer that it declares. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as z from "zod";
import { readBollo } from "../../../shared/adapters/bollo/lettore-bollo.ts";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { avviso, type Banco, COMUNE, IBAN_COMUNE, openBanco } from "../prove/banco.ts";

const marcaDaBolloXsd = contratto("pagopa/xsd-common/MarcaDaBollo.xsd");
const dsigXsd = contratto("pagopa/xsd-common/xmldsig-core-schema.xsd");
let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

/** Pays a notice with a stamp, and gives the stamp as it travels in the receipt. */
const compra = async (n: number): Promise<string> => {
  banco.gateway.avvisi.set(`${COMUNE}/${avviso(n)}`, {
    importo: 1_700n,
    trasferimenti: [
      { idDominio: COMUNE, iban: IBAN_COMUNE, importo: 100n },
      { idDominio: COMUNE, importo: 1_600n },
    ],
  });
  const { corpo } = await banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: avviso(n) });
  expect(corpo).toMatchObject({ ricevuta: { consegnata: true } });
  return /<MBDAttachment>(.*)<\/MBDAttachment>/.exec(banco.gateway.ricevute.at(-1)?.busta ?? "")?.[1] ?? "";
};

it("una marca da bollo viaggia nella ricevuta e non nella rendicontazione", async () => {
  const marca = Buffer.from(await compra(1), "base64").toString();
  expect(marca).toContain("<Importo>16.00</Importo>");
  expect(banco.parti.libro.daRendicontare()).toMatchObject([{ importo: 100n }]);
  if (marcaDaBolloXsd === undefined || dsigXsd === undefined) return;
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import("libxml2-wasm");
  xmlRegisterInputProvider(new XmlBufferInputProvider({ "xmldsig-core-schema.xsd": readFileSync(dsigXsd) }));
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(marcaDaBolloXsd)));
  const documento = XmlDocument.fromString(marca);
  expect(() => validator.validate(documento)).not.toThrow();
  documento.dispose();
});

it("una marca da bollo risale all'emittente che la sandbox dichiara; contraffatta a richiesta, una volta", async () => {
  const emittenti = z
    .object({ emittenti: z.array(z.string()) })
    .parse((await banco.json("GET", "/sandbox/psp/emittenti-bolli")).corpo).emittenti;
  const guasto = { parte: "psp", tipo: "contraffatto", operazione: "marca" };
  const catene: unknown[] = [];
  for (const [n, falsa] of [false, true, false].entries()) {
    if (falsa) expect((await banco.json("POST", "/sandbox/guasti", guasto)).stato).toBe(201);
    const letta = readBollo(await compra(n + 1), emittenti);
    catene.push(letta.ok && letta.valore.firma.ok ? letta.valore.firma.valore.catena?.ok : letta);
  }
  expect(catene).toEqual([true, false, true]);
});
