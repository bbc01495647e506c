/** Roles between wire and domain. */
import type * as z from "zod";
import type { RuoloPost } from "../../contracts/backoffice/ruoli.ts";
import type { Ruolo } from "../../domain/anagrafiche/applicazione.ts";
import { presentAcl } from "./utenza.ts";

export const toRuolo = (idRuolo: string, { acl }: z.output<typeof RuoloPost>): Pick<Ruolo, "idRuolo" | "acl"> => ({ idRuolo, acl });

export const presentRuoloIndex = ({ idRuolo }: Ruolo) => ({ id: idRuolo });

export const presentRuolo = ({ idRuolo, acl }: Ruolo) => ({ id: idRuolo, acl: presentAcl(acl) });
