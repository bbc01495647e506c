/** The session of a citizen: how long it lasts, what it costs, what happens in between. */
import { describe, expect, it } from "vitest";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAccessi } from "../../adapters/archivio/accessi.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import { closeSessioneCittadino, openSessioneCittadino } from "../../usecases/accessi/sessione-cittadino.ts";
import { signSessione } from "./sessioni.ts";
import { SessioniCittadino } from "./sessioni-cittadino.ts";

const CITTADINO = { codiceFiscale: "RSSMRA80A01H501U", nome: "Maria", deleghe: [], provider: "spid" };
const MINUTO = 60_000;

const createMondo = async () => {
  const { deposito, clock, richieste, unitOfWork, traccia } = await createMemoria();
  const accessi = new ArchivioAccessi(deposito);
  const cifra = createCifra("chiave-di-prova-delle-sessioni", "sessione-cittadino");
  const scritture: Promise<unknown>[] = [];
  const annota = (valore: SessioneCittadino): void => {
    scritture.push(unitOfWork.commit([{ azione: "sostituisci", entita: "sessioneCittadino", valore }]));
  };
  const createSessioni = () => new SessioniCittadino({ accessi, clock, cifra, annota });
  const porte = { accessi, unitOfWork, clock, cifra };
  const durata = { inattivitaMinuti: 30, massimaMinuti: 480 };
  const sessione = await openSessioneCittadino(porte, { cittadino: CITTADINO, durata, motivo: "Accesso" }, traccia);
  if (!sessione) throw new Error("sessione non aperta");
  let sessioni = createSessioni();
  richieste.length = 0;
  return {
    ...{ deposito, clock, richieste, porte, traccia, sessione, cifra },
    restart: () => {
      sessioni = createSessioni();
    },
    forget: (id: string) => sessioni.forget(id),
    wait: (minuti: number) => clock.set(new Date(Date.parse(clock.now()) + minuti * MINUTO).toISOString()),
    call: async (cookie = signSessione(cifra, sessione.id).cookie) => {
      const esito = await sessioni.resolve({ modo: "cittadino", cookie, lecita: true });
      await Promise.all(scritture.splice(0));
      return esito.ok ? esito.valore.principal : esito.errore.codice;
    },
  };
};

describe("the session of a citizen", () => {
  it("costs one read in a minute, and nothing after", async () => {
    const mondo = await createMondo();
    for (let volta = 0; volta < 5; volta++) expect(await mondo.call()).toBe(CITTADINO.codiceFiscale);
    expect(mondo.richieste).toEqual(["get:anagrafiche"]);
  });

  it("has no scopes and no rights: what is decided on those is refused", async () => {
    const { cifra, sessione, porte, clock } = await createMondo();
    const sessioni = new SessioniCittadino({ accessi: porte.accessi, clock, cifra, annota: () => {} });
    const esito = await sessioni.resolve({ modo: "cittadino", cookie: signSessione(cifra, sessione.id).cookie, lecita: true });
    expect(esito).toMatchObject({ ok: true, valore: { tipo: "cittadino", domini: [], tipiPendenza: [], acl: [], cittadino: CITTADINO } });
  });

  it("says nothing of the person in the store", async () => {
    const { deposito, sessione } = await createMondo();
    const elemento = await deposito.get("anagrafiche", { pk: `ACC#CITTADINO#${sessione.id}`, sk: "SESSIONE" });
    expect(JSON.stringify(elemento)).not.toMatch(/RSSMRA|Maria/);
  });

  it("ends when it is left alone for half an hour", async () => {
    const mondo = await createMondo();
    mondo.wait(29);
    expect(await mondo.call()).toBe(CITTADINO.codiceFiscale);
    mondo.wait(29);
    expect(await mondo.call()).toBe(CITTADINO.codiceFiscale);
    mondo.wait(30);
    expect(await mondo.call()).toBe("NON_AUTENTICATO");
  });

  it("never lasts longer than its end, however much it is used, and writes only now and then", async () => {
    const mondo = await createMondo();
    let minuti = 0;
    while ((await mondo.call()) === CITTADINO.codiceFiscale) {
      mondo.wait(1);
      minuti += 1;
    }
    expect(minuti).toBe(480);
    expect(mondo.richieste.filter((richiesta) => richiesta.startsWith("commit"))).toHaveLength(95);
  });

  it("once closed stays closed, even for who was about to write down a use of it", async () => {
    const mondo = await createMondo();
    await mondo.call();
    mondo.wait(10);
    await closeSessioneCittadino(mondo.porte, { id: mondo.sessione.id, principal: "x" }, mondo.traccia);
    mondo.restart();
    expect(await mondo.call()).toBe("NON_AUTENTICATO");
  });

  it.each(["", "a", "a.b", ".", "\u0000.x", `${"x".repeat(70)}.y`])("a cookie that we did not sign reads nothing: %j", async (cookie) => {
    const mondo = await createMondo();
    expect(await mondo.call(cookie)).toBe("NON_AUTENTICATO");
    expect(mondo.richieste).toEqual([]);
  });

  it("a name that we signed for something else is not a session", async () => {
    const mondo = await createMondo();
    const altra = createCifra("chiave-di-prova-delle-sessioni", "sessione");
    expect(await mondo.call(signSessione(altra, mondo.sessione.id).cookie)).toBe("NON_AUTENTICATO");
  });
});
