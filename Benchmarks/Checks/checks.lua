-- Checks as border posts send them, for wrk: random numbers in the shapes that numbers have, names with dates of birth.
--
--   TOKEN=... wrk -t1 -c32 -d30s -s Benchmarks/Checks/checks.lua http://127.0.0.1:8080
--
-- The same seed gives the same serials in the same order, so that two runs ask the same questions.
-- PURPOSE and SEED may be set in the environment, and MIX=mixed for checks of documents, vehicles, firearms and
-- persons in the shares below instead of firearms alone.

local token = os.getenv("TOKEN") or ""
local purpose = os.getenv("PURPOSE") or "border-control"
local seed = tonumber(os.getenv("SEED") or "20230312")

-- In a shape, A stands for a letter and 9 for a digit. Shares are in per cent and add up to 100.
local shapes = {
   { share = 28, shape = "AAA99999" },
   { share = 20, shape = "999999" },
   { share = 10, shape = "99999" },
   { share = 8, shape = "A999999" },
   { share = 8, shape = "AA999999" },
   -- The rest is mixed.
   { share = 4, shape = "AA99999" },
   { share = 4, shape = "9999999" },
   { share = 4, shape = "AAA999" },
   { share = 4, shape = "99A99999" },
   { share = 4, shape = "A99999A" },
   { share = 3, shape = "AAAA999" },
   { share = 3, shape = "99999999" },
}

local function serial()
   local place = math.random(100)
   for _, entry in ipairs(shapes) do
      place = place - entry.share
      if place <= 0 then
         return (entry.shape:gsub(".", function(kind)
            if kind == "A" then return string.char(math.random(65, 90)) end
            return string.char(math.random(48, 57))
         end))
      end
   end
end

-- Of a hundred checks at a border, in the order of what crosses it most.
local mix = { { share = 40, kind = "document" }, { share = 25, kind = "vehicle" }, { share = 20, kind = "firearm" },
   { share = 15, kind = "person" } }
local isMixed = os.getenv("MIX") == "mixed"

local given = { "Ana", "Bruno", "Carla", "Diego", "Elena", "Fabio", "Gabriela", "Hugo", "Irene", "Julio", "Karina",
   "Luis", "Maria", "Nicolas", "Olga", "Pablo", "Raquel", "Sergio", "Teresa", "Ulises", "Vera", "Walter" }
local family = { "Acosta", "Benitez", "Cardozo", "Duarte", "Estigarribia", "Ferreira", "Gonzalez", "Hernandez",
   "Ibarra", "Jara", "Krause", "Lopez", "Martinez", "Nunez", "Ortiz", "Pereira", "Quiroga", "Rojas", "Silva",
   "Torres", "Urbina", "Vargas", "Zarate", "Almeida", "Barreto", "Cabrera", "Dominguez", "Espinola", "Fretes" }

local function drawn(shape)
   return (shape:gsub(".", function(kind)
      if kind == "A" then return string.char(math.random(65, 90)) end
      if kind == "9" then return string.char(math.random(48, 57)) end
   end))
end

local subjects = {
   firearm = function() return string.format('"serial":"%s"', serial()) end,
   document = function() return string.format('"document":{"number":"%s","issuer":"BRA"}', drawn("AA9999999")) end,
   vehicle = function() return string.format('"vehicle":{"plate":"%s","plateCountry":"BR"}', drawn("AAA9A99")) end,
   person = function()
      return string.format('"person":{"name":"%s %s %s","birthDate":"%d-%02d-%02d"}', given[math.random(#given)],
         family[math.random(#family)], family[math.random(#family)], math.random(1945, 2006), math.random(12),
         math.random(28))
   end,
}

local function subject()
   if not isMixed then return subjects.firearm() end
   local place = math.random(100)
   for _, entry in ipairs(mix) do
      place = place - entry.share
      if place <= 0 then return subjects[entry.kind]() end
   end
end

local threads = {}

function setup(thread)
   thread:set("number", #threads)
   table.insert(threads, thread)
end

function init(arguments)
   math.randomseed(seed + (number or 0))
   counts = {}
   wrk.headers["Authorization"] = "Bearer " .. token
   wrk.headers["Content-Type"] = "application/json"
end

function request()
   local body = string.format('{%s,"purpose":"%s"}', subject(), purpose)
   return wrk.format("POST", "/api/v1/checks", nil, body)
end

function response(status)
   local key = tostring(status)
   counts[key] = (counts[key] or 0) + 1
end

function done(summary, latency, requests)
   local statuses = {}
   for _, thread in ipairs(threads) do
      for status, count in pairs(thread:get("counts")) do
         statuses[status] = (statuses[status] or 0) + count
      end
   end
   local names = {}
   for status in pairs(statuses) do table.insert(names, status) end
   table.sort(names)
   local parts = {}
   for _, status in ipairs(names) do
      table.insert(parts, string.format('"%s":%d', status, statuses[status]))
   end
   local errors = summary.errors
   -- wrk keeps microseconds; the figures below are milliseconds.
   print(string.format(
      '{"seconds":%.3f,"requests":%d,"requestsPerSecond":%.1f,'
         .. '"latencyMilliseconds":{"p50":%.3f,"p90":%.3f,"p99":%.3f,"p99.9":%.3f,"max":%.3f},'
         .. '"statuses":{%s},"errors":{"connect":%d,"read":%d,"write":%d,"timeout":%d}}',
      summary.duration / 1e6, summary.requests, summary.requests / (summary.duration / 1e6),
      latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000,
      latency:percentile(99.9) / 1000, latency.max / 1000,
      table.concat(parts, ","), errors.connect, errors.read, errors.write, errors.timeout
   ))
end
