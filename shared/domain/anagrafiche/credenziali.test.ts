import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Applicazione } from "./applicazione.ts";
import type { Segreto } from "./credenziali.ts";
import { checkPassword } from "./password.ts";
import { addSegreto, listSegreti, promoteSegreto, revokeSegreto } from "./rotazione.ts";

const operatore = { principal: "m.rossi", nome: "Mario Rossi", tipo: "operatore" } as const;

describe("the password of an operator", () => {
  it.each([
    ["Corta-2A", /almeno 10 caratteri/],
    [`Aa1${"x".repeat(126)}`, /al massimo 128/],
    ["con spazio-A1", /senza spazi/],
    ["tutteminuscole1", /maiuscola/],
    ["SenzaNemmenoUna", /cifra/],
    ["Aa1Aa1Aa1Aa1", /diversi/],
    ["X-m.rossi-2026", /nome utente/],
    ["Rossi-Cassa-26", /proprio nome/],
    ["Password-2026!", /più usate/],
    ["P4ssw0rd-2026", /più usate/],
    ["Municipio2026", /più usate/],
    ["Juventus-1897", /più usate/],
    ["2026-Qwerty-xx", /più usate/],
    ["Estate-20262", /più usate/],
  ])("%s is refused", (password, atteso) => {
    const esito = checkPassword(password, operatore);
    expect(esito.ok ? "accettata" : esito.errore).toMatch(atteso);
  });

  it.each(["Cassaforte-26-Blu", "xK9-tramonto-LL", "Àlbero-Grande-77", "Tavolo7Verde-"])("%s is accepted", (password) =>
    expect(checkPassword(password, operatore)).toEqual({ ok: true, valore: undefined }),
  );

  it("of an application is only asked to be long and mixed: nobody types it", () => {
    expect(checkPassword("Password-2026", { principal: "gest", nome: "GEST", tipo: "applicazione" }).ok).toBe(true);
    expect(checkPassword("debole", { principal: "gest", nome: "GEST", tipo: "applicazione" }).ok).toBe(false);
  });

  it("never fails, whatever is written", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (password) => typeof checkPassword(password, operatore).ok === "boolean"));
  });
});

const applicazione: Applicazione = {
  ...{ versione: 1, idA2A: "APP", principal: "app", domini: "*", tipiPendenza: "*", acl: [], ruoli: [], abilitato: true },
  ...{ autodeterminazione: false, apiPagamenti: false, apiPendenze: true, apiRagioneria: false },
  ...{ passwordHash: "prima", passwordDal: "2026-01-01T00:00:00.000Z" },
};
const segreto = (id: string, tipo: Segreto["tipo"] = "PASSWORD"): Segreto => ({
  id,
  tipo,
  impronta: `i-${id}`,
  creatoIl: "2026-02-01T00:00:00.000Z",
});
const valido = <T>(esito: { readonly ok: true; readonly valore: T } | { readonly ok: false; readonly errore: string }): T => {
  if (!esito.ok) throw new Error(esito.errore);
  return esito.valore;
};

describe("the rotation of secrets", () => {
  it("passes from one password to the other, both valid until the first is revoked", () => {
    const due = valido(addSegreto(applicazione, segreto("b")));
    const promossa = valido(promoteSegreto(due, "b", "a"));
    expect([promossa.passwordHash, promossa.segreti]).toEqual([
      "i-b",
      [{ id: "a", tipo: "PASSWORD", impronta: "prima", creatoIl: "2026-01-01T00:00:00.000Z" }],
    ]);
    expect(listSegreti(revokeSegreto(promossa, "a")).map(({ id }) => id)).toEqual(["principale"]);
  });

  it("gives the place of a revoked main password to the other one", () => {
    const rimasta = revokeSegreto(valido(addSegreto(applicazione, segreto("b"))), "principale");
    expect([rimasta.passwordHash, rimasta.segreti]).toEqual(["i-b", []]);
    expect(revokeSegreto(applicazione, "principale")).not.toHaveProperty("passwordHash");
  });

  it("never has more than two of a kind, and never loses one that was not revoked", () => {
    const passo = fc.record({ azione: fc.constantFrom("aggiungi", "promuovi", "revoca"), quale: fc.nat(3), chiave: fc.boolean() });
    fc.assert(
      fc.property(fc.array(passo, { maxLength: 20 }), (passi) => {
        let stato = applicazione;
        let vivi = 1;
        for (const [i, { azione, quale, chiave }] of passi.entries()) {
          const noti = listSegreti(stato);
          const id = noti[quale % Math.max(1, noti.length)]?.id ?? "nessuno";
          if (azione === "aggiungi") {
            const esito = addSegreto(stato, segreto(`s${i}`, chiave ? "API_KEY" : "PASSWORD"));
            if (esito.ok) [stato, vivi] = [esito.valore, vivi + 1];
          } else if (azione === "promuovi") {
            const esito = promoteSegreto(stato, id, `p${i}`);
            if (esito.ok) stato = esito.valore;
          } else {
            vivi -= noti.some((noto) => noto.id === id) ? 1 : 0;
            stato = revokeSegreto(stato, id);
          }
          const dopo = listSegreti(stato);
          expect(dopo).toHaveLength(vivi);
          expect(new Set(dopo.map((uno) => uno.id)).size).toBe(vivi);
          for (const tipo of ["PASSWORD", "API_KEY"]) expect(dopo.filter((uno) => uno.tipo === tipo).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
