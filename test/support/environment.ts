// What whoever runs the tests has set for their own terminal says nothing of what the command prints here.
for (const name of ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"]) delete process.env[name];
