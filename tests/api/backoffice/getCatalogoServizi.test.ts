import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { contratto } from "../../sostegno/contratti.ts";
import { SERVIZI } from "../pagopa/servizi.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const SCHEMA = contratto("pagopa/xsd-common/CatalogoServizi_2_0_0.xsd");
const get = (altro: { idDominio?: string; as?: string } = {}) =>
  prova.invoke("getCatalogoServizi", {
    ...(altro.idDominio !== undefined && { query: { idDominio: altro.idDominio } }),
    ...(altro.as !== undefined && { as: altro.as }),
  });

const put = async (idDominio: string, idTipoPendenza: string, altro: object = {}, tipo: object = {}) => {
  const servizio = SERVIZI[idTipoPendenza];
  await prova.invoke("addTipoPendenza", { params: { idTipoPendenza }, body: { descrizione: idTipoPendenza } });
  const body = { ...tipo, servizioPagoPA: { ...servizio, ...altro } };
  expect((await prova.invoke("addTipoPendenzaDominio", { params: { idDominio, idTipoPendenza }, body })).testo).toBe("");
};

const validate = (xml: string): void => {
  if (SCHEMA === undefined) return;
  expect(() => XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(SCHEMA))).validate(XmlDocument.fromString(xml))).not.toThrow();
};

describe("GET /backoffice/v1/catalogoServizi", () => {
  it("is not there while no creditor provides a service", async () => {
    expect((await get()).status).toBe(404);
  });

  describe("with the services of two creditors", () => {
    beforeAll(async () => {
      await put(COMUNE, "BOLLO-AUTO", { categoria: "Tributi <regionali>", commissione: true, dataFineValidita: "2999-12-31" });
      await put(UNIONE, "BOLLO-AUTO", { idSoggettoServizio: "00002", descrizione: "Altro nome" });
      await put(COMUNE, "CIE", { descrizione: "è".repeat(70), dataInizioValidita: "2999-01-01" });
      await put(COMUNE, "PESCA", { abilitato: false });
      await put(COMUNE, "CUP", { dataFineValidita: "2026-01-02" });
      await put(COMUNE, "PASSAPORTO", {}, { abilitato: false });
    });

    it("is a file with each service once and who provides it", async () => {
      const { status, headers, testo } = await get();
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        "content-type": "application/xml",
        "content-disposition": expect.stringContaining("CatalogoServizi.xml"),
      });
      expect(testo).toContain(
        "<catalogoServizi><idServizio>00001</idServizio><descrizioneServizio>Servizio 00001</descrizioneServizio><elencoSoggettiEroganti>" +
          `<soggettoErogante><idSoggettoServizio>00001</idSoggettoServizio><idDominio>${COMUNE}</idDominio><denominazioneEnteCreditore>Comune di Prova</denominazioneEnteCreditore><dataInizioValidita>2026-01-01</dataInizioValidita><dataFineValidita>2999-12-31</dataFineValidita><commissione>Y</commissione></soggettoErogante>` +
          `<soggettoErogante><idSoggettoServizio>00002</idSoggettoServizio><idDominio>${UNIONE}</idDominio><denominazioneEnteCreditore>Unione di Prova</denominazioneEnteCreditore><dataInizioValidita>2026-01-01</dataInizioValidita></soggettoErogante>` +
          "</elencoSoggettiEroganti><categoria>Tributi &lt;regionali&gt;</categoria><xsdRiferimento>TassaAutomobilistica_1_1_0.xsd</xsdRiferimento></catalogoServizi>",
      );
      expect([...testo.matchAll(/<idServizio>(\d+)/g)].map(([, id]) => id)).toEqual(["00001", "00005"]);
      validate(testo);
    });

    it("is only of the creditor asked, and of those that the caller may see", async () => {
      const [uno, limitato, nessuno] = [
        await get({ idDominio: UNIONE }),
        await get({ as: LIMITATO }),
        await get({ idDominio: "11111111111" }),
      ];
      expect(uno.testo).not.toContain(COMUNE);
      expect(limitato.testo).not.toContain(UNIONE);
      expect(nessuno.status).toBe(404);
      validate(uno.testo);
      validate(limitato.testo);
    });

    it("shows the mapping in the detail of the debt type", async () => {
      const { body } = await prova.invoke("getTipoPendenzaDominio", { params: { idDominio: UNIONE, idTipoPendenza: "BOLLO-AUTO" } });
      expect(body["valori"]).toEqual({
        servizioPagoPA: { ...SERVIZI["BOLLO-AUTO"], idSoggettoServizio: "00002", descrizione: "Altro nome" },
      });
    });
  });
});
