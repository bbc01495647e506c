/** Links of a payment page that carry what the office wrote: part of pagine-pagamento.test.ts, over the same page. */
import { describe, expect, it, vi } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import type { AmbienteApi, Chiamata, Esito } from "../ambiente.ts";

export const CF = "RSSMRA85T10A562S";
export const ID = `${COMUNE}.lampade-votive`;
const GIORNO_MS = 86_400_000;
const fraGiorni = (giorni: number): string => new Date(Date.now() + giorni * GIORNO_MS).toISOString().slice(0, 10);
const gettoneDi = (indirizzo: unknown): string => new URL(String(indirizzo), "https://x.example").searchParams.get("p") ?? "";

interface Pagine extends Pick<AmbienteApi, "invoke"> {
  put(idPagina: string, altro: object): Promise<Esito>;
  pay(altro: object, chiamata?: Chiamata, id?: string): Promise<Esito>;
  read(id: string, chiamata: Chiamata): Promise<Esito>;
}

export const describeCollegamenti = ({ put, pay, read, invoke }: Pagine): void => {
  const link = async (
    righe: readonly object[],
    chiamata: Chiamata = {},
    quando: { scadenza?: string | undefined } = { scadenza: fraGiorni(5) },
  ) =>
    invoke("backoffice/addCollegamentiPagina", {
      params: { idDominio: COMUNE, idPagina: "lampade-votive" },
      body: { ...quando, collegamenti: righe },
      ...chiamata,
    });

  describe("prefilled links", () => {
    it("carry what the office wrote, which who pays cannot change nor read in the address", async () => {
      const { status, body } = await link([{ riferimento: "1", importo: 5, identificativo: CF, campi: { tomba: "Z-9" } }]);
      const [riga] = body["collegamenti"] as { indirizzo: string }[];
      expect([status, riga?.indirizzo]).toEqual([200, expect.not.stringContaining(CF)]);
      const precompilato = gettoneDi(riga?.indirizzo);
      expect((await read(ID, { query: { p: precompilato } })).body["precompilati"]).toEqual({
        importo: 5,
        identificativo: CF,
        campi: { tomba: "Z-9" },
      });
      const pagata = await pay({
        precompilato,
        importo: 199,
        campi: { tomba: "mia" },
        pagatore: { identificativo: "VRDLGU80A01H501S", anagrafica: "Luigi Verdi" },
      });
      expect(pagata).toMatchObject({ status: 201, body: { importo: 5, causale: "Lampade votive 2026, Z-9" } });
      await put("altra", {});
      expect((await read(`${COMUNE}.altra`, { query: { p: precompilato } })).status).toBe(404);
      expect((await pay({ precompilato }, {}, `${COMUNE}.altra`)).status).toBe(404);
    });

    it.each([
      ["what it says", { scadenza: fraGiorni(5) }, 5],
      ["365 days when it does not say", { scadenza: undefined }, 365],
    ])("last %s, and not longer", async (_caso, quando, giorni) => {
      const { body } = await link([{ riferimento: "1", importo: 5 }], {}, quando);
      const [riga] = body["collegamenti"] as { indirizzo: string }[];
      const apri = async (fra: number): Promise<number> => {
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + fra * GIORNO_MS });
        const { status } = await read(ID, { query: { p: gettoneDi(riga?.indirizzo) } });
        vi.useRealTimers();
        return status;
      };
      // A day of margin: today is that of Rome.
      expect([await apri(giorni - 1), await apri(giorni + 2)]).toEqual([200, 404]);
    });

    it.each([-2, 367])("do not end %i days from now", async (fra) => {
      const dettaglio = "scadenza: da oggi a 365 giorni";
      expect(await link([{ riferimento: "1" }], {}, { scadenza: fraGiorni(fra) })).toMatchObject({ status: 400, body: { dettaglio } });
    });

    it("come as a sheet whose cells do not run", async () => {
      const { testo, headers } = await link([{ riferimento: "=1+1", importo: 12.5, anagrafica: "Rossi; Mario" }], {
        headers: { accept: "text/csv" },
      });
      const [intestazione, riga] = testo.replace("\uFEFF", "").split("\r\n");
      expect(intestazione).toBe("riferimento;identificativo;anagrafica;email;importo;pagina;indirizzo");
      expect(riga).toMatch(/^'=1\+1;;"Rossi; Mario";;12,50;lampade-votive;\S+\?p=[\w-]+$/);
      expect(headers["content-type"]).toContain("text/csv");
    });

    it.each<[string, object, string]>([
      ["a field that the page does not have", { campi: { altro: "1" } }, "collegamenti.0.campi.altro"],
      ["an amount of zero", { importo: 0 }, "importo"],
      ["a tax code that is none", { identificativo: "X" }, "identificativo"],
    ])("refuses %s", async (_caso, altro, nominato) => {
      expect(await link([{ riferimento: "1", ...altro }])).toMatchObject({
        status: 400,
        body: { dettaglio: expect.stringContaining(nominato) },
      });
    });
  });
};
