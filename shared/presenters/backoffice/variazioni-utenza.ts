/** PATCH of rights, from the wire to what the use cases vary. */
import type * as z from "zod";
import type { VariazioniApplicazione, VariazioniOperatore } from "../../contracts/backoffice/variazioni-utenza.ts";
import type { VariazioneAcl, VariazioneUtenza } from "../../domain/anagrafiche/variazioni-utenza.ts";
import { definiti } from "../../domain/definiti.ts";
import { AUTODETERMINAZIONE } from "./utenza.ts";

type Wire = z.output<typeof VariazioniApplicazione>[number] | z.output<typeof VariazioniOperatore>[number];
type WireAcl = Extract<Wire, { path: "/acl" }>;

export const toVariazioneAcl = ({ op, path, value }: WireAcl): VariazioneAcl => ({
  op,
  path,
  value: { servizio: value.servizio, ...definiti({ autorizzazioni: value.autorizzazioni }) },
});

export const toVariazione = (variazione: Wire): VariazioneUtenza => {
  switch (variazione.path) {
    case "/acl":
      return toVariazioneAcl(variazione);
    case "/domini": {
      const { op, path, value } = variazione;
      if (value === "*") return { op, path, value };
      const voce = typeof value === "string" ? { idDominio: value, unitaOperative: null } : value;
      return { op, path, value: { idDominio: voce.idDominio, ...(voce.unitaOperative && { unitaOperative: voce.unitaOperative }) } };
    }
    case "/tipiPendenza":
      return variazione.value === AUTODETERMINAZIONE ? { op: variazione.op, path: "/autodeterminazione" } : variazione;
    case "/password":
      return { path: "/password", value: variazione.value };
  }
};
