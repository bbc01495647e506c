import { describe } from "vitest";
import { suiteDeposito } from "../../ports/deposito.suite.ts";
import { DepositoInMemoria } from "./deposito.ts";

describe("store in memory", () => suiteDeposito(async () => new DepositoInMemoria()));
