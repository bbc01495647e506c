/** What an utenza refers to must exist: a scope or a role written wrong would fail in silence, at the first payment. */
import type { Chiamante, Ruolo } from "../../domain/anagrafiche/applicazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import { type Ambiti, coversAmbiti } from "./ambiti.ts";

type Rifiutato = { readonly ok: false; readonly errore: Rifiuto<"NON_PROCESSABILE" | "NON_AUTORIZZATO"> };

/** Above this many, one query for all is cheaper than reads by key. */
const POCHI = 20;

const findIgnoto = async (
  ids: readonly string[],
  exists: (id: string) => Promise<boolean>,
  listIds: () => Promise<readonly string[]>,
): Promise<string | undefined> => {
  if (ids.length > POCHI) {
    const noti = new Set(await listIds());
    return ids.find((id) => !noti.has(id));
  }
  const trovati = await Promise.all(ids.map(exists));
  return ids.find((_id, i) => trovati[i] === false);
};

const ignoto = (campo: string, cosa: string, id: string): Rifiutato =>
  rifiuto("NON_PROCESSABILE", `${campo}: ${cosa} ${id} non è registrato`);

const checkDomini = async (registro: RegistroDiBase, { domini }: Ambiti): Promise<Rifiutato | undefined> => {
  if (domini === "*") return undefined;
  const dominio = await findIgnoto(
    domini.map((d) => d.idDominio),
    async (id) => (await registro.get("dominio", id)) !== undefined,
    async () => (await registro.list("dominio")).map((d) => d.idDominio),
  );
  if (dominio !== undefined) return ignoto("domini", "il dominio", dominio);
  for (const { idDominio, unitaOperative = [] } of domini) {
    const unita = await findIgnoto(
      unitaOperative,
      async (id) => (await registro.get("unitaOperativa", id, idDominio)) !== undefined,
      async () => (await registro.list("unitaOperativa", idDominio)).map((u) => u.idUnita),
    );
    if (unita !== undefined) return ignoto("domini.unitaOperative", `l'identificativo di unità operativa del dominio ${idDominio}`, unita);
  }
  return undefined;
};

const checkTipi = async (registro: RegistroDiBase, { tipiPendenza }: Ambiti): Promise<Rifiutato | undefined> => {
  if (tipiPendenza === "*") return undefined;
  const tipo = await findIgnoto(
    tipiPendenza,
    async (id) => (await registro.get("tipoPendenza", id)) !== undefined,
    async () => (await registro.list("tipoPendenza")).map((t) => t.idTipoPendenza),
  );
  return tipo === undefined ? undefined : ignoto("tipiPendenza", "il tipo pendenza", tipo);
};

const checkRuoli = async (registro: RegistroDiBase, ruoli: readonly string[]): Promise<Rifiutato | undefined> => {
  const noti: readonly (Ruolo | undefined)[] = await Promise.all(ruoli.map((id) => registro.get("ruolo", id)));
  const mancante = ruoli.find((_id, i) => noti[i] === undefined);
  return mancante === undefined ? undefined : ignoto("ruoli", "il ruolo", mancante);
};

/**
 * Why the utenza cannot be written, if so: a scope wider than the caller's, before or after the change (403), or a reference to nothing (422).
 */
export const checkAmbiti = async (
  registro: RegistroDiBase,
  chiamante: Chiamante,
  nuova: Ambiti & { readonly ruoli: readonly string[] },
  esistente: Ambiti | undefined,
): Promise<Rifiutato | undefined> => {
  if (esistente && !coversAmbiti(chiamante, esistente))
    return rifiuto("NON_AUTORIZZATO", "l'utenza esistente ha un ambito più largo di quello del chiamante");
  if (!coversAmbiti(chiamante, nuova))
    return rifiuto("NON_AUTORIZZATO", "domini e tipiPendenza: non si concede un ambito più largo del proprio");
  return (await checkDomini(registro, nuova)) ?? (await checkTipi(registro, nuova)) ?? (await checkRuoli(registro, nuova.ruoli));
};
